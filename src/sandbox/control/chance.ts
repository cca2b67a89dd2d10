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

/** The stream of `seed` that is called `use`. */
export function stream(seed: number, use: string): Random {
  let count = 0
  return bytes => {
    count += 1
    return createHash('shake256', { outputLength: bytes })
      .update(JSON.stringify([seed, use, count]))
      .digest()
  }
}
