/**
 * Reads a person in one of several ways, whichever comes first.
 * @module
 */
import type { Reader, Reading } from './rooms.js'

/**
 * The first reading of `readers`, of which there is one at least. `onArmed` is
 * called once, when the first of them is ready. The others are ended as soon
 * as there is a reading.
 *
 * Rejects when none can read any more, with what the first of the list said,
 * or with the signal's reason.
 */
export async function firstReading(
  readers: readonly Reader[],
  signal: AbortSignal,
  onArmed: () => void,
): Promise<Reading> {
  const over = new AbortController()
  const until = AbortSignal.any([signal, over.signal])
  let armed = false
  const arm = () => {
    until.throwIfAborted()
    if (!armed) onArmed()
    armed = true
  }
  try {
    const readings = readers.map(reader => reader.read(until, arm))
    return await Promise.any(readings)
  } catch (error) {
    throw error instanceof AggregateError ? error.errors[0] : error
  } finally {
    over.abort('another was first')
  }
}
