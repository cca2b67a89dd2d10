/**
 * How many requests of one terminal a province takes in a second, which is
 * any number until somebody sets a limit.
 * @module
 */
import { z } from 'zod'
import type { Book, State } from './state.js'

/** More than a province has; with one more, all begin anew. */
const TERMINALS_MAX = 10_000

const SETTING = 'perSecond'

export class RateLimit {
  readonly #settings: Book<number>
  /** Requests in the second that runs, by terminal; never durable. */
  readonly #counts = new Map<string, { second: number; count: number }>()

  /** The limit of the platform `owner`. */
  constructor(state: State, owner: string) {
    this.#settings = state.book(owner, 'limits', z.int())
  }

  /** Undefined for none. */
  get perSecond(): number | undefined {
    return this.#settings.get(SETTING)
  }

  set perSecond(limit: number | undefined) {
    if (limit === undefined) this.#settings.delete(SETTING)
    else this.#settings.set(SETTING, limit)
  }

  /** Counts a request at `now`, in ms; the limit where it is beyond it. */
  exceeded(termId: string, now: number): number | undefined {
    const limit = this.perSecond
    if (limit === undefined) return undefined
    const second = Math.floor(now / 1000)
    const counted = this.#counts.get(termId)
    const count = counted?.second === second ? counted.count + 1 : 1
    if (this.#counts.size >= TERMINALS_MAX) this.#counts.clear()
    this.#counts.set(termId, { second, count })
    return count > limit ? limit : undefined
  }
}
