/**
 * Chance that can be repeated: one seed gives the same bytes in the same
 * order. Each use has a stream of its own, so that one more draw here does not
 * change what comes there.
 * @module
 */
import { createHash, randomInt } from 'node:crypto'
import type { Random } from '../platform.js'

/** Seeds are below it, so that they are short to type. */
export const SEED_MAX = 2 ** 31

/** A seed that nobody chose. */
export function randomSeed(): number {
  return randomInt(SEED_MAX)
}

export class Stream {
  readonly #seed: number
  readonly #use: string
  /** How many draws there were. Set, it goes on from there. */
  position = 0

  /** The stream of `seed` that is called `use`. */
  constructor(seed: number, use: string) {
    this.#seed = seed
    this.#use = use
  }

  /** The next so many bytes. */
  readonly draw: Random = bytes => {
    this.position += 1
    return createHash('shake256', { outputLength: bytes })
      .update(JSON.stringify([this.#seed, this.#use, this.position]))
      .digest()
  }
}
