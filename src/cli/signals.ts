/**
 * How a command ends that has nothing to tell when it is interrupted.
 * @module
 */

/** A shell adds a signal's number to it. */
const SIGNALLED = 128

/**
 * Exits at SIGINT with 130 and at SIGTERM with 143, as programs do that hear
 * no signals, but not before what atExit was told of is done. Returns what
 * leaves the signals to others again.
 */
export function exitOnSignal(): () => void {
  const exit = (_: NodeJS.Signals, number: number) =>
    process.exit(SIGNALLED + number)
  process.once('SIGINT', exit).once('SIGTERM', exit)
  return () => process.off('SIGINT', exit).off('SIGTERM', exit)
}
