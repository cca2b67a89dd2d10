/**
 * What became of this terminal's application, for whoever sees that it has no
 * number yet.
 * @module
 */
import type { Config } from './config/schema.js'
import { LOOK_MS, registryAddress, withRegistry } from './registry-line.js'
import { type PendingApplication, readPending } from './terminal/application.js'
import {
  type FiledTerminal,
  RegistryRefusal,
} from './terminal/registry-client.js'
import { systemLocale, type TextParameters, text } from './texts/index.js'

export interface ApplicationWord {
  /**
   * In review, or answered: `unsent` where the registry has not said that it
   * has it, `unknown` where it does not know it, `away` where it is not heard.
   */
  state: 'unsent' | 'waiting' | 'approved' | 'rejected' | 'unknown' | 'away'
  /** Undefined where it is not sent. */
  receipt: string | undefined
  /** What the registry has on file of it. */
  filed: FiledTerminal | undefined
  /** What it waits for, since when, and what to do next. */
  sentence: string
}

/**
 * The one that this machine keeps; undefined where there is none. Never
 * rejects.
 */
export async function examineApplication(
  config: Config,
): Promise<ApplicationWord | undefined> {
  const pending = readPending()
  if (!pending) return undefined
  const { receipt, appliedAt } = pending
  const address = registryAddress(config)
  if (receipt === undefined) return word('unsent', pending)
  const facts = { receipt, since: shown(appliedAt) }
  if (!address) {
    const reason = text('cli.terminal.no-registry')
    return word('away', pending, { ...facts, reason })
  }
  try {
    const filed = await withRegistry(address, { deadlineMs: LOOK_MS }, client =>
      client.receipt(receipt),
    )
    return heard(pending, filed)
  } catch (error) {
    if (error instanceof RegistryRefusal && error.status === 404)
      return word('unknown', pending, facts)
    const said = error instanceof Error ? error.message : String(error)
    const reason = `${address.url}: ${said}`
    return word('away', pending, { ...facts, reason })
  }
}

function heard(pending: PendingApplication, filed: FiledTerminal) {
  const { receipt, state, appliedAt, filingNumber: number } = filed
  if (state === 'applied') {
    const facts = { receipt, since: shown(appliedAt) }
    return word('waiting', pending, facts, filed)
  }
  if (number !== null)
    return word('approved', pending, { receipt, number }, filed)
  const reason = filed.reason ?? '-'
  return word('rejected', pending, { receipt, reason }, filed)
}

function word(
  state: ApplicationWord['state'],
  { receipt }: PendingApplication,
  facts: TextParameters = {},
  filed?: FiledTerminal,
): ApplicationWord {
  const sentence = text(`cli.terminal.application.${state}`, facts)
  return { state, receipt, filed, sentence }
}

function shown(time: number | undefined): string {
  return time === undefined
    ? '?'
    : new Date(time).toLocaleString(systemLocale())
}
