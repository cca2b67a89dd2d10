/**
 * What was scanned, so that it may be shown, photographed and sent to somebody
 * who helps: a code is a person's, and its middle is what makes it work.
 * @module
 */

/** Shown of a text that is longer than {@link SHORT}. */
const HEAD = 4
const TAIL = 2
/** No code of a person is this short. */
const SHORT = 8

const SPACE = 0x20
const DELETE = 0x7f

/** The ends of `code`, for example `4243…00`. */
export function maskedText(code: string): string {
  const characters = [...code]
  if (characters.length <= SHORT) return code
  const head = characters.slice(0, HEAD).join('')
  return `${head}…${characters.slice(-TAIL).join('')}`
}

/**
 * The bytes as manuals print them, for example `34 32 34 33 ·22· 30 30 0D`:
 * control bytes in full, and of text its ends.
 */
export function maskedBytes(bytes: Buffer): string {
  return runs(bytes).map(shownRun).join(' ')
}

/** Bytes as manuals print them. */
export function shownBytes(bytes: Iterable<number>): string {
  return [...bytes]
    .map(byte => byte.toString(16).toUpperCase().padStart(2, '0'))
    .join(' ')
}

function shownRun(run: number[]): string {
  if (run.length <= SHORT || isControl(run[0] ?? 0)) return shownBytes(run)
  const hidden = run.length - HEAD - TAIL
  const head = shownBytes(run.slice(0, HEAD))
  return `${head} ·${hidden}· ${shownBytes(run.slice(-TAIL))}`
}

/** Text and control bytes apart. */
function runs(bytes: Buffer): number[][] {
  const all: number[][] = []
  for (const byte of bytes) {
    const last = all.at(-1)
    const goesOn = last && isControl(last[0] ?? 0) === isControl(byte)
    if (goesOn) last.push(byte)
    else all.push([byte])
  }
  return all
}

function isControl(byte: number): boolean {
  return byte < SPACE || byte === DELETE
}
