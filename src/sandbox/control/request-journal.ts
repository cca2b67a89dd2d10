/**
 * The requests that a space has answered, whole, the oldest forgotten first.
 * They hold demo people only, and leave the process for nobody but who directs
 * the sandbox: never to a log.
 * @module
 */

import type { Step } from '../trail.js'
import type { RequestSummary } from './contract.js'
import type { Fault } from './fault-contract.js'

/** As many as somebody who looks for a fault goes back. */
export const JOURNAL_REQUESTS_MAX = 1000

/** Bodies may be a megabyte each. */
export const JOURNAL_BYTES_MAX = 16 * 1024 * 1024

/** One request, whole, and what became of it. */
export interface Recorded extends Omit<RequestSummary, 'why'> {
  /** The platform's sentence where it refused, else ''. */
  message: string
  /** What was shown, '' where nothing was. */
  ecQrCode: string
  /** With the question mark and what follows. */
  url: string
  headers: Readonly<Record<string, string>>
  body: Buffer
  /** What the platform said; undefined where it was not asked. */
  said?: string | undefined
  /** What was sent, where a fault has changed it. */
  sent?: Buffer | undefined
  /** The fault that struck, as it was then. */
  struck?: Fault | undefined
  /** What was compared, in order. */
  steps: readonly Step[]
}

export class RequestJournal {
  readonly #entries: Recorded[] = []
  #lastId = 0
  #bytes = 0

  get lastId(): number {
    return this.#lastId
  }

  /** How many it holds. */
  get size(): number {
    return this.#entries.length
  }

  /** Keeps `entry` under the next id. */
  add(entry: Omit<Recorded, 'id'>): Recorded {
    this.#lastId += 1
    const recorded = { ...entry, id: this.#lastId }
    this.#entries.push(recorded)
    this.#bytes += sizeOf(recorded)
    while (this.#isFull()) this.#forgetOldest()
    return recorded
  }

  find(id: number): Recorded | undefined {
    return this.#entries.find(entry => entry.id === id)
  }

  /** At most `limit` behind `after`, or the latest where it is left out. */
  list(after: number | undefined, limit: number): readonly Recorded[] {
    if (after === undefined) return this.#entries.slice(-limit)
    const start = this.#entries.findIndex(({ id }) => id > after)
    return start < 0 ? [] : this.#entries.slice(start, start + limit)
  }

  /** Forgets everything; ids go on. */
  clear(): void {
    this.#entries.length = 0
    this.#bytes = 0
  }

  #isFull(): boolean {
    const { length } = this.#entries
    return (
      length > JOURNAL_REQUESTS_MAX ||
      (this.#bytes > JOURNAL_BYTES_MAX && length > 1)
    )
  }

  #forgetOldest(): void {
    const oldest = this.#entries.shift()
    if (oldest) this.#bytes -= sizeOf(oldest)
  }
}

function sizeOf({ body, said = '', sent }: Recorded): number {
  return body.length + said.length + (sent?.length ?? 0)
}
