/**
 * One line for a person who waits: what for, and how long already.
 * @module
 */

const SECOND_MS = 1000

export interface WaitingLine {
  /** What is waited for now. */
  say(sentence: string): void
  /** Takes the line away. Idempotent. */
  stop(): void
}

/** What stderr is here. */
interface Screen {
  isTTY: boolean
  write(text: string): unknown
}

/** On stderr where that is a terminal; nothing is written elsewhere. */
export function startWaiting(stream: Screen = process.stderr): WaitingLine {
  if (!stream.isTTY) return { say() {}, stop() {} }
  const began = Date.now()
  let what = ''
  const draw = () => {
    const seconds = Math.floor((Date.now() - began) / SECOND_MS)
    if (what) stream.write(`\r\x1b[K${what} (${seconds} s)`)
  }
  const timer = setInterval(draw, SECOND_MS)
  return {
    say(sentence) {
      what = sentence
      draw()
    },
    stop() {
      clearInterval(timer)
      if (what) stream.write('\r\x1b[K')
      what = ''
    },
  }
}
