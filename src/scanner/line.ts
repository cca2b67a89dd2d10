/**
 * What the ways to a device have in common: a serial port (serial.ts) and a
 * named pipe (pipe.ts).
 * @module
 */
import type { FailureSymbol } from '../failure.js'

/** Opening or writing takes milliseconds; a driver that hangs takes forever. */
export const ANSWER_MS = 3000

/** What happens to an open line. */
export interface LineEvents {
  onBytes(bytes: Buffer): void
  /** The line is of no more use. May be told more than once. */
  onLost(symbol: FailureSymbol, cause?: Error): void
}

/** A line to one device, opened once. */
export interface Line {
  /**
   * Opens it for this process alone and drops what had arrived before. Rejects
   * with the words of the system, after {@link ANSWER_MS} at the latest.
   */
  open(events: LineEvents): Promise<void>
  /** Resolves when the bytes have left. */
  send(bytes: Buffer): Promise<void>
  /** Never rejects. Idempotent. */
  close(): Promise<void>
}

/** `answer`; rejects for `reason` after {@link ANSWER_MS}. */
export async function answered<T>(
  answer: Promise<T>,
  reason = `no answer within ${ANSWER_MS} ms`,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(reason)), ANSWER_MS)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

/** Said of a device that has gone, by Unix in two ways, by Windows by number. */
const GONE = [
  /\b(EIO|ENXIO|ENODEV|EBADF)\b/,
  /input\/output error|no such device|bad file descriptor/i,
  /error code (22|433|1167)\b/,
]

/** What befell a line on which writing or reading fails with `error`. */
export function lossOf(error: unknown): FailureSymbol {
  const message = error instanceof Error ? error.message : String(error)
  const isGone = GONE.some(words => words.test(message))
  return isGone ? 'scanner-unplugged' : 'scanner-broken'
}
