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
