/**
 * Codes out of a stream of bytes: what stands before each line end.
 * @module
 */

/** Line ends by name; `auto` takes either byte. */
export const SUFFIXES = {
  auto: ['\r', '\n'],
  cr: ['\r'],
  lf: ['\n'],
  crlf: ['\n'],
} as const

export type Suffix = keyof typeof SUFFIXES

/** A QR code holds 2953 bytes at most (ISO/IEC 18004, version 40-L). */
export const CODE_BYTES_MAX = 2953

export interface Framer {
  /**
   * Takes what arrived and returns the first whole code, without its line
   * end, or undefined; `too-long` where {@link CODE_BYTES_MAX} is passed.
   * Empty lines are skipped. What follows the first code is dropped: it was
   * scanned for nobody.
   */
  push(bytes: Buffer): Buffer | 'too-long' | undefined
}

/** A framer for one scan. */
export function createFramer(suffix: Suffix): Framer {
  const ends = SUFFIXES[suffix].map(end => end.charCodeAt(0))
  let pending = Buffer.alloc(0)
  return {
    push(bytes) {
      pending = Buffer.concat([pending, bytes])
      for (;;) {
        const end = pending.findIndex(byte => ends.includes(byte))
        const line = end < 0 ? pending : pending.subarray(0, end)
        const code = withoutCarriageReturn(line, suffix)
        if (code.length > CODE_BYTES_MAX) return 'too-long'
        if (end < 0) return undefined
        if (code.length > 0) return code
        pending = pending.subarray(end + 1)
      }
    },
  }
}

function withoutCarriageReturn(line: Buffer, suffix: Suffix): Buffer {
  return suffix === 'crlf' && line.at(-1) === 0x0d ? line.subarray(0, -1) : line
}
