/**
 * Names for applications and entries that sort by when they were made, so
 * that a page of a list can begin behind one of them.
 * @module
 */
import { randomBytes } from 'node:crypto'

/** Crockford's: no I, L, O, U, which people take for others. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TIME_DIGITS = 10
/** 80 bits: who knows an application's name has been told it. */
const RANDOM_DIGITS = 16

export const ID = /^[0-9A-HJKMNP-TV-Z]{26}$/

/**
 * 26 characters: the time in ten, and chance in the rest (ULID). `now` is in
 * milliseconds since 1970.
 */
export function newId(now: number, random = randomBytes): string {
  const chance = [...random(RANDOM_DIGITS)]
  return time(now) + chance.map(byte => DIGITS[byte % 32]).join('')
}

function time(now: number): string {
  let left = Math.max(0, Math.floor(now))
  let text = ''
  for (let digit = 0; digit < TIME_DIGITS; digit++) {
    text = DIGITS.charAt(left % 32) + text
    left = Math.floor(left / 32)
  }
  return text
}
