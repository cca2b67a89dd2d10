/**
 * The requests that a space has answered, whole, the oldest forgotten first.
 * They hold demo people only, and leave the process for nobody but who directs
 * the sandbox: never to a log.
 * @module
 */

import type { Step } from '../trail.js'
import type { RequestSummary } from './contract.js'
import type { Fault } from './fault-contract.js'
import { JournalRoom } from './journal-room.js'

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
  readonly #room: JournalRoom
  #lastId = 0
  #bytes = 0

  /** `room` is what it shares with other journals. */
  constructor(room = new JournalRoom()) {
    this.#room = room
  }

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
    const bytes = sizeOf(recorded)
    this.#bytes += bytes
    this.#room.add(recorded, bytes, () => this.#forgetOldest())
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
    while (this.#entries.length > 0) this.#forgetOldest()
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
    if (!oldest) return
    this.#bytes -= sizeOf(oldest)
    this.#room.remove(oldest)
  }
}

function sizeOf({ body, said = '', sent }: Recorded): number {
  return body.length + said.length + (sent?.length ?? 0)
}
