/**
 * The timestamp of an envelope, in the forms of the field.
 * @module
 */
import { EnvelopeError } from './envelope-error.js'
import type { Dialect } from './rules.js'

/**
 * How far two clocks may differ. Terminals without a time server are minutes
 * off; an envelope that is older is taken for one that was recorded.
 */
export const SKEW_MS_MAX = 5 * 60_000

/** All of China has UTC+8, all year. */
const CHINA = '+08:00'
const CHINA_MS = 8 * 3_600_000

/** `now` as the dialect writes it: yyyyMMddHHmmss, or seconds since 1970. */
export function writeTime(now: number, dialect: Dialect): string | number {
  if (dialect === 'B') return Math.floor(now / 1000)
  const local = new Date(now + CHINA_MS).toISOString()
  return local.slice(0, 19).replace(/\D/g, '')
}

/**
 * Milliseconds since 1970 of a timestamp, number or string: 10 digits are
 * seconds, 13 milliseconds, 14 yyyyMMddHHmmss in China. Undefined where it is
 * missing; throws EnvelopeError `timestamp` where it is none of these.
 */
export function readTime(timestamp: unknown): number | undefined {
  const digits = String(timestamp ?? '')
  if (digits === '') return undefined
  const time = /^\d{10}$|^\d{13}$|^\d{14}$/.test(digits)
    ? millisecondsOf(digits)
    : Number.NaN
  if (Number.isNaN(time)) throw new EnvelopeError('timestamp')
  return time
}

/**
 * Throws EnvelopeError `skew` where `time` and `now` differ by more than
 * {@link SKEW_MS_MAX}. A time that was not sent cannot be checked: table A.3
 * lets a reply have none.
 */
export function checkClock(time: number | undefined, now: number): void {
  if (time === undefined || Math.abs(time - now) <= SKEW_MS_MAX) return
  const seconds = Math.round((time - now) / 1000)
  const limit = SKEW_MS_MAX / 1000
  throw new EnvelopeError('skew', { seconds, limit })
}

function millisecondsOf(digits: string): number {
  if (digits.length < 14) return Number(digits.padEnd(13, '0'))
  const parts = /^(....)(..)(..)(..)(..)(..)$/.exec(digits)
  const [, year, month, day, hour, minute, second] = parts ?? []
  return Date.parse(
    `${year}-${month}-${day}T${hour}:${minute}:${second}${CHINA}`,
  )
}
