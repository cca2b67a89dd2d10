/**
 * Reports of HID-POS scanners, as the manuals lay them out (Access-IS LSR118
 * p. 68, Newland FM420 p. 47).
 * @module
 */

/** Id, length, AIM's identifier, the code, zeros, symbology, 0, more. */
export function standard(code: Buffer, identifier = ']Q1', more = 0): Buffer {
  const report = Buffer.alloc(64)
  report.set([0x02, code.length, ...Buffer.from(identifier), ...code])
  report[61] = 0x73
  report[63] = more
  return report
}

/** Id, length, the code, zeros, symbology, more. */
export function newland(code: Buffer, more = 0): Buffer {
  const report = Buffer.alloc(64)
  report.set([0x02, code.length, ...code])
  report[62] = 0x20
  report[63] = more
  return report
}

/** `code` in as many reports as it needs. */
export function reports(
  code: Buffer,
  report: (part: Buffer, more: number) => Buffer,
): Buffer[] {
  const parts: Buffer[] = []
  for (let at = 0; at < code.length || at === 0; at += 56) {
    parts.push(
      report(code.subarray(at, at + 56), Number(at + 56 < code.length)),
    )
  }
  return parts
}

/** What each driver's devices send. */
export const LAYOUTS = {
  'hid-pos': (part: Buffer, more: number) => standard(part, ']Q1', more),
  'honeywell-hid': (part: Buffer, more: number) => standard(part, ']Q1', more),
  'newland-hid': newland,
} as const
