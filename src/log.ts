/**
 * What the daemon tells its operator: one JSON line an event, on stderr.
 * Nothing personal is ever passed here.
 * @module
 */
import { destination, type Logger, pino } from 'pino'

export type Log = Logger

/** A log that writes lines of `level` and above to stderr. */
export function createLog(level: string): Log {
  return pino({ level, base: null }, destination({ dest: 2, sync: true }))
}

/**
 * What may be logged of something that was thrown: its name, code and place.
 * Its message may quote what it stumbled over, a person's data among it.
 */
export function traceOf(thrown: unknown): Record<string, string> {
  if (!(thrown instanceof Error)) return { thrown: typeof thrown }
  const { name, message, stack = '' } = thrown
  const { code = '' } = thrown as NodeJS.ErrnoException
  const places = stack.slice(stack.indexOf(message) + message.length)
  return { name, code, at: places.trim().replace(/\s*\n\s*at /g, ' < ') }
}
