/**
 * The memory that the journals of all spaces share: a hundred of them, each as
 * full as it may be, would take more than a machine has.
 * @module
 */

/** Ten journals of usual requests, or a few that are full of large ones. */
export const JOURNALS_BYTES_MAX = 64 * 1024 * 1024

/** What a request takes beside its bodies: headers, steps, the rest. */
export const REQUEST_BYTES = 4096

interface Kept {
  bytes: number
  /** Has its journal forget it. */
  forget: () => void
}

export class JournalRoom {
  /** In the order in which they came. */
  readonly #kept = new Map<object, Kept>()
  #bytes = 0

  /**
   * Takes in `recorded`, whose bodies have so many `bytes`; the oldest of any
   * journal are forgotten for it.
   */
  add(recorded: object, bytes: number, forget: () => void): void {
    const taken = bytes + REQUEST_BYTES
    this.#kept.set(recorded, { bytes: taken, forget })
    this.#bytes += taken
    for (const [oldest, { forget }] of this.#kept) {
      if (this.#bytes <= JOURNALS_BYTES_MAX || oldest === recorded) return
      forget()
    }
  }

  /** To be called for whatever a journal forgets. */
  remove(recorded: object): void {
    this.#bytes -= this.#kept.get(recorded)?.bytes ?? 0
    this.#kept.delete(recorded)
  }
}
