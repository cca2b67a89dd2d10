/**
 * How a command ends that has nothing to tell when it is interrupted.
 * @module
 */

import { constants } from 'node:os'

/** A shell adds a signal's number to it. */
const SIGNALLED = 128

/** The exit code of a program that `signal` has ended. */
export function exitCodeOf(signal: NodeJS.Signals): number {
  return SIGNALLED + constants.signals[signal]
}

/**
 * Exits at SIGINT with 130 and at SIGTERM with 143, as programs do that hear
 * no signals, but not before what atExit was told of is done. Returns what
 * leaves the signals to others again.
 */
export function exitOnSignal(): () => void {
  const exit = (signal: NodeJS.Signals) => process.exit(exitCodeOf(signal))
  process.once('SIGINT', exit).once('SIGTERM', exit)
  return () => process.off('SIGINT', exit).off('SIGTERM', exit)
}
