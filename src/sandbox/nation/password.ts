/**
 * The password that somebody sets with the credential (XJ-D01-2019, 4.2,
 * 6.1.3.3 b).
 * @module
 */
import { timingSafeEqual } from 'node:crypto'
import { primitives } from '../../gm/primitives.js'
import type { Random } from '../platform.js'

const SALT_BYTES = 16
/** As payment passwords are; the standard leaves the form open. */
const SIX_DIGITS = /^\d{6}$/
const ONE_DIGIT = /^(\d)\1*$/
const RISING = '01234567890'
const FALLING = '09876543210'

/** Whether `password` may be set: six digits that are not all in a row. */
export function isFit(password: string): boolean {
  return (
    SIX_DIGITS.test(password) &&
    !ONE_DIGIT.test(password) &&
    !RISING.includes(password) &&
    !FALLING.includes(password)
  )
}

/** What is kept of `password`: a salt and SM3 over it and the password. */
export function hidePassword(password: string, random: Random): string {
  const salt = random(SALT_BYTES)
  return `${salt.toString('hex')}:${digest(salt, password).toString('hex')}`
}

/** Whether `kept` is of `password`. */
export function isOf(password: string, kept: string): boolean {
  const [salt = '', digested = ''] = kept.split(':')
  const expected = Buffer.from(digested, 'hex')
  const actual = digest(Buffer.from(salt, 'hex'), password)
  return timingSafeEqual(expected, actual)
}

function digest(salt: Buffer, password: string): Buffer {
  return primitives.hmacSm3(salt, Buffer.from(password))
}
