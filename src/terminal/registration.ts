/**
 * From an application to a filing number, over a line and days in which
 * everything may break.
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { PendingApplication } from './application.js'
import {
  type FiledTerminal,
  type RegistryClient,
  RegistryRefusal,
} from './registry-client.js'
import { Unanswered } from './retry.js'

/** How often it is asked whether somebody has looked at it. */
const POLL_MIN_MS = 1000
const POLL_MAX_MS = 15_000
const POLL_GROWTH = 1.5

export interface RegistrationOptions {
  /** Keeps what is known of the application. */
  keep(application: PendingApplication): void
  /** Told each time that the registry says it is still under review. */
  onReview?(filed: FiledTerminal): void
  /** How long to wait for the review, once the registry has it. */
  waitMs: number
  /** How long to wait before asking again. */
  pollMs?: number
}

/**
 * Applies, unless the registry has the application already, and waits for the
 * review. Resolves with what is on file then: `applied` still where that took
 * longer. Rejects as the client does.
 */
export async function register(
  client: RegistryClient,
  application: PendingApplication,
  { keep, onReview, waitMs, pollMs = POLL_MIN_MS }: RegistrationOptions,
): Promise<FiledTerminal> {
  keep(application)
  const { key, receipt } = application
  let filed =
    (receipt && (await find(client, receipt))) ||
    (await client.apply(application.application, key))
  const { receipt: given, appliedAt } = filed
  keep({ ...application, receipt: given, appliedAt })
  let left = waitMs
  for (let next = pollMs; filed.state === 'applied'; next *= POLL_GROWTH) {
    onReview?.(filed)
    const wait = Math.min(next, POLL_MAX_MS, left)
    if (wait <= 0) break
    await sleep(wait)
    left -= wait
    filed = await client.receipt(filed.receipt).catch(error => {
      if (error instanceof Unanswered) return filed
      throw error
    })
  }
  return filed
}

/** A registry that was set up anew does not know the receipt. */
async function find(
  client: RegistryClient,
  receipt: string,
): Promise<FiledTerminal | undefined> {
  return client.receipt(receipt).catch(error => {
    if (error instanceof RegistryRefusal && error.status === 404)
      return undefined
    throw error
  })
}
