/**
 * A progress bar, where somebody looks at it.
 * @module
 */
import { SingleBar } from 'cli-progress'

const WHOLE = 100

export interface Progress {
  /** From 0 to 1. */
  at(part: number): void
  /** Takes the bar away. */
  end(): void
}

/** On stderr, so that it is not in what a program reads; none in a pipe. */
export function showProgress(title: string, stream = process.stderr): Progress {
  if (!stream.isTTY) return { at: () => {}, end: () => {} }
  const bar = new SingleBar({
    format: `${title} {bar} {percentage}% {eta_formatted}`,
    clearOnComplete: true,
    hideCursor: true,
    stream,
  })
  bar.start(WHOLE, 0)
  return {
    at: part => bar.update(Math.min(WHOLE, Math.floor(part * WHOLE))),
    end: () => bar.stop(),
  }
}
