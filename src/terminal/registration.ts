/**
 * From an application to a filing number, over a line and days in which
 * everything may break.
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { PendingApplication } from './application.js'
import type { FiledTerminal, RegistryClient } from './registry-client.js'

/** How often it is asked whether somebody has looked at it. */
const POLL_MIN_MS = 1000
const POLL_MAX_MS = 15_000

export interface RegistrationOptions {
  /** Keeps what is known of the application. */
  keep(application: PendingApplication): void
  /** Told each time that the registry says it is still under review. */
  onReview?(filed: FiledTerminal): void
  /** Raised when nobody waits any more. */
  signal: AbortSignal
  /** How long to wait before asking again. */
  pollMs?: number
}

/**
 * Applies, unless the registry has the application already, and waits for the
 * review. Resolves with what is on file then: `applied` still where the signal
 * was raised before. Rejects as the client does.
 */
export async function register(
  client: RegistryClient,
  application: PendingApplication,
  { keep, onReview, signal, pollMs = POLL_MIN_MS }: RegistrationOptions,
): Promise<FiledTerminal> {
  keep(application)
  const { receipt } = application
  let filed = receipt
    ? await client.receipt(receipt)
    : await client.apply(application.application, application.key)
  if (!receipt) keep({ ...application, receipt: filed.receipt })
  for (let wait = pollMs; filed.state === 'applied'; wait *= 1.5) {
    onReview?.(filed)
    const due = Math.min(wait, POLL_MAX_MS)
    await sleep(due, undefined, { signal }).catch(() => {})
    if (signal.aborted) return filed
    filed = await client.receipt(filed.receipt).catch(error => {
      if (signal.aborted) return filed
      throw error
    })
  }
  return filed
}
