/**
 * What decoders put before a code to say of which kind its picture is. A
 * letter may as well belong to the code, so it is taken off only as declared.
 * @module
 */
import type { Strip } from './driver.js'

/** `]Q1`: a letter for the symbology, a digit or letter for its options. */
const AIM = /^\][A-Za-z][0-9A-Za-z]/
/** Symbol's code characters: one letter, or P and two more characters. */
const SYMBOL = /^(P[0-9A-Z]{2}|[A-Z])/
/** Both are shorter. */
const HEAD_BYTES = 3

const HEADS = { aim: AIM, symbol: SYMBOL }

/** `code` without its identifier; as it is where there is none. */
export function stripped(code: Buffer, strip: Strip): Buffer {
  if (strip === 'none') return code
  const head = code.toString('latin1', 0, HEAD_BYTES)
  return code.subarray(HEADS[strip].exec(head)?.[0].length ?? 0)
}
