/**
 * How long to wait before a device is opened again.
 * @module
 */

const FIRST_MS = 250
/** Somebody who has plugged it in again does not wait longer. */
const LAST_MS = 2000

/**
 * A connection that lived this long was a good one. A bad cable comes and goes
 * within seconds, and would have the port opened many times a second if each
 * success counted.
 */
export const STABLE_MS = 30_000

/**
 * A function that tells the next wait, in ms, from how long the connection
 * lived that was lost; 0 where there was none.
 */
export function createBackOff(): (livedMs: number) => number {
  let next = FIRST_MS
  return livedMs => {
    if (livedMs >= STABLE_MS) next = FIRST_MS
    const wait = next
    next = Math.min(next * 2, LAST_MS)
    return wait
  }
}
