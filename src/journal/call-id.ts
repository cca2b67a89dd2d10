/**
 * The name of a call.
 * @module
 */
import { randomInt } from 'node:crypto'

/** Without the letters that are taken for others (Crockford's base 32). */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'
/** Two processes that begin in the same second collide once in a million. */
const RANDOM_LETTERS = 4

let counter = 0

/**
 * For instance `261123-013745-12-k3f9`: local date and time to the second, as
 * the person at the window tells it, the call's number in this process, and
 * chance.
 */
export function newCallId(
  now = new Date(),
  random: (below: number) => number = randomInt,
): string {
  counter += 1
  const tail = Array.from(
    { length: RANDOM_LETTERS },
    () => LETTERS[random(LETTERS.length)],
  )
  return `${stamp(now)}-${counter}-${tail.join('')}`
}

function stamp(now: Date): string {
  const two = (part: number) => `${part % 100}`.padStart(2, '0')
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()]
  return `${day.map(two).join('')}-${time.map(two).join('')}`
}
