/**
 * The codes that a platform has given, and whether they were used.
 * @module
 */
import { z } from 'zod'
import { digestOf } from './digest.js'
import type { Book, State } from './state.js'

/** A picture is renewed about once a minute. */
export const CODE_LIFE_MS = 60_000

/** A face's authorisation is used seconds later; no source says how long. */
export const AUTHORISATION_LIFE_MS = 300_000

/**
 * How long a dead code is remembered, so that "used" and "expired" stay
 * different from "unknown" while somebody looks for a fault.
 */
export const TOMBSTONE_LIFE_MS = 3_600_000

const showing = z.object({
  /** Whose code it is. */
  idNo: z.string(),
  /** Through which channel it was shown. */
  channel: z.string(),
  /** The 统筹区 that the person chose, six digits. */
  insuOrg: z.string(),
})
/** What a platform knows of a code that it gave. */
export type Showing = z.infer<typeof showing>

/** What became of an attempt to use a code. */
export type Consumption =
  | { verdict: 'ok'; showing: Showing }
  | { verdict: 'replayed' | 'expired' | 'unknown' }

const entry = z.object({ showing, issuedAt: z.number(), used: z.boolean() })

export class CodeBook {
  readonly #entries: Book<z.infer<typeof entry>>

  /** The book `name` of the platform `of`; a code lives for `lifeMs`. */
  constructor(
    state: State,
    of: string,
    name: string,
    readonly lifeMs: number,
  ) {
    this.#entries = state.book(of, name, entry)
  }

  /** Makes `code` valid from `now`, in milliseconds. */
  add(code: string, showing: Showing, now: number): void {
    const key = digestOf(code)
    if (this.#entries.get(key)) throw new Error('code book: code given twice')
    const dies = now + this.lifeMs + TOMBSTONE_LIFE_MS
    this.#entries.set(key, { showing, issuedAt: now, used: false }, dies)
  }

  /**
   * Uses `code` up. Of any number of attempts exactly one is "ok"
   * (XJ-D01-2019, 4.11). Looking and marking are one step, without an await.
   */
  consume(code: string, now: number): Consumption {
    const key = digestOf(code)
    const entry = this.#entries.get(key)
    if (!entry) return { verdict: 'unknown' }
    const { showing, issuedAt, used } = entry
    if (used) return { verdict: 'replayed' }
    if (now - issuedAt > this.lifeMs) return { verdict: 'expired' }
    const dies = now + TOMBSTONE_LIFE_MS
    this.#entries.set(key, { ...entry, used: true }, dies)
    return { verdict: 'ok', showing }
  }
}
