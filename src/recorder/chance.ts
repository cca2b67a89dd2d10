/**
 * Chance that is the same for the same value: what replaces a value is drawn
 * from it, and who has no key cannot tell what was replaced.
 * @module
 */
import { createHmac } from 'node:crypto'

export interface Draws {
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number
}

/** As many as one byte of HMAC-SHA256 gives at once. */
const BLOCK_BYTES = 32
/** Enough that every number below some thousands is as likely. */
const DRAW_BYTES = 4

/** The draws of `value`; another `attempt` gives others. */
export function drawsOf(key: Buffer, value: string, attempt: number): Draws {
  let block = Buffer.alloc(0)
  let used = 0
  let blocks = 0
  return {
    below(below) {
      if (used + DRAW_BYTES > block.length) {
        const input = JSON.stringify([value, attempt, blocks++])
        block = createHmac('sha256', key).update(input).digest()
        used = 0
      }
      const number = block.readUInt32BE(used % BLOCK_BYTES)
      used += DRAW_BYTES
      return number % below
    },
  }
}
