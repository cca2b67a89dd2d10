/**
 * Names for applications and entries that sort by when they were made, so
 * that a page of a list can begin behind one of them.
 * @module
 */
import { randomBytes } from 'node:crypto'

/** Crockford's: no I, L, O, U, which people take for others. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TIME_DIGITS = 10
const CHANCE_DIGITS = 16

/** 79 bits: who knows an application's name has been told it. */
const CHANCE_BYTES = 10
/** Between two names of one millisecond, so that one does not tell the next. */
const STEP_BYTES = 6

export const ID = /^[0-9A-HJKMNP-TV-Z]{26}$/

/** So many bytes by chance. */
export type RandomBytes = (bytes: number) => Buffer

/**
 * Makes names of 26 characters: the time in ten, and chance in the rest
 * (ULID). Each is behind the one before, also within a millisecond and when
 * the clock goes back; the first is behind `before`, where one was made.
 */
export function createIds(
  random: RandomBytes = randomBytes,
  before = '',
): (now: number) => string {
  let last = Number(readDigits(before.slice(0, TIME_DIGITS)))
  let chance = readDigits(before.slice(TIME_DIGITS))
  return now => {
    const later = Math.floor(now) > last
    last = later ? Math.floor(now) : last
    // Half of the range is left for the steps of a millisecond.
    chance = later
      ? number(random(CHANCE_BYTES)) >> 1n
      : chance + 1n + number(random(STEP_BYTES))
    return digits(BigInt(last), TIME_DIGITS) + digits(chance, CHANCE_DIGITS)
  }
}

function number(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`)
}

/** What {@link digits} has written; 0 for nothing. */
function readDigits(text: string): bigint {
  return [...text].reduce(
    (value, digit) => value * 32n + BigInt(DIGITS.indexOf(digit)),
    0n,
  )
}

function digits(value: bigint, count: number): string {
  let left = value
  let text = ''
  for (let digit = 0; digit < count; digit++) {
    text = DIGITS.charAt(Number(left % 32n)) + text
    left /= 32n
  }
  return text
}
