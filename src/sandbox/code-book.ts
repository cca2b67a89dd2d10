/**
 * The codes that the sandbox has given, and whether they were used.
 * @module
 */
import { forgetBefore } from './forget.js'

/** A picture is renewed about once a minute. */
export const CODE_LIFE_MS = 60_000

/** A face's authorisation is used seconds later; no source says how long. */
export const AUTHORISATION_LIFE_MS = 300_000

/**
 * How long a dead code is remembered, so that "used" and "expired" stay
 * different from "unknown" while somebody looks for a fault.
 */
export const TOMBSTONE_LIFE_MS = 3_600_000

/** What became of an attempt to use a code. */
export type Consumption =
  | { verdict: 'ok'; personId: string }
  | { verdict: 'replayed' | 'expired' | 'unknown' }

interface Entry {
  personId: string
  issuedAt: number
  used: boolean
}

export class CodeBook {
  readonly #entries = new Map<string, Entry>()

  /** A code lives for `lifeMs`. */
  constructor(readonly lifeMs: number) {}

  /** Makes `code` valid from `now`, in milliseconds. */
  add(code: string, personId: string, now: number): void {
    forgetBefore(this.#entries, now - TOMBSTONE_LIFE_MS)
    if (this.#entries.has(code)) throw new Error('code book: code given twice')
    this.#entries.set(code, { personId, issuedAt: now, used: false })
  }

  /**
   * Uses `code` up. Of any number of attempts exactly one is "ok"
   * (XJ-D01-2019, 4.11). Looking and marking are one step, without an await.
   */
  consume(code: string, now: number): Consumption {
    const entry = this.#entries.get(code)
    if (!entry) return { verdict: 'unknown' }
    if (entry.used) return { verdict: 'replayed' }
    if (now - entry.issuedAt > this.lifeMs) return { verdict: 'expired' }
    entry.used = true
    return { verdict: 'ok', personId: entry.personId }
  }
}
