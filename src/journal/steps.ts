/**
 * What the journal says of a call.
 * @module
 */

/**
 * The steps of a call, in their order. A call that fails goes from any of
 * them to `delivered`.
 */
export const STEPS = [
  'received',
  'armed',
  'scanned',
  'sent',
  'answered',
  'delivered',
] as const
export type Step = (typeof STEPS)[number]

/**
 * What may be read without a key. Never a name, an idNo, a token or a scanned
 * code: those go into `sealed`. The list of calls shows `strUrl`,
 * `transType`, `orgId` and, from `delivered`, `code` (a number).
 */
export type Facts = Readonly<Record<string, string | number | boolean | null>>

/** A step that is about to be taken. */
export interface Entry {
  /** The call's id (call-id.ts). */
  call: string
  step: Step
  facts: Facts
  /** Personal data; anything JSON can hold. */
  sealed?: Readonly<Record<string, unknown>> | undefined
}

/** One call, for a list. What the call never told is null. */
export interface CallSummary {
  id: string
  /** Milliseconds since 1970. */
  started: number
  /** From the first to the last step, in milliseconds. */
  ms: number
  /** Host and path only. */
  strUrl: string | null
  transType: string | null
  orgId: string | null
  /** Null while the call is not delivered. */
  code: number | null
  last: Step
}

/** One step, as it was written. */
export interface CallRow {
  step: Step
  /** Milliseconds since 1970. */
  at: number
  /** Milliseconds since the call's first row. */
  elapsed: number
  facts: Facts
  /** Whether there is personal data. */
  sealed: boolean
  /** That data, where it was asked for and is there. */
  personal?: Record<string, unknown>
}

export interface ListOptions {
  /** The newest so many calls. */
  limit: number
  /** Only calls with a step at or after this time (ms since 1970). */
  since?: number
  /** Only calls that were not delivered with code 0, or not (yet) at all. */
  onlyFailed?: boolean
}

export interface JournalReader {
  /** Newest first. */
  list(options: ListOptions): CallSummary[]
  /**
   * Every step of a call, oldest first; none for an unknown id. With `unseal`
   * it throws SealError where personal data cannot be opened.
   */
  show(call: string, options?: { unseal?: boolean }): CallRow[]
  /** The id of the call that last took a step. */
  latestId(): string | undefined
  close(): void
}
