/**
 * Scanners that show themselves as such (HID Point of Sale): no driver, no
 * focus, on both systems. A code comes in reports of 64 bytes: id 2, its
 * length, AIM's identifier (3 bytes), the code (56 bytes), the maker's
 * symbology, and in the last byte whether more follows. Newland's reports have
 * no identifier; the code has its place.
 * @module
 */
import { begins, hex } from '../bytes.js'
import {
  CODE_BYTES_MAX,
  type Decoder,
  type Driver,
  type Framing,
  type Heard,
  NONE_KNOWN,
} from '../driver.js'
import { CUT_MS, codeOf } from '../framer.js'

export const hidPos: Driver = {
  over: 'hid',
  usb: [],
  baudRate: 0,
  decoder: framing => createAssembly(framing, STANDARD),
}

export const honeywellHid: Driver = {
  over: 'hid',
  usb: [
    { vendor: '0c2e', product: NONE_KNOWN },
    { vendor: '0536', product: NONE_KNOWN },
  ],
  baudRate: 0,
  // Report FD, 3 bytes, and then as on a serial line.
  trigger: hex('FD 03 16 54 0D'),
  lookMs: 30_000,
  stop: hex('FD 03 16 55 0D'),
  beep: hex('FD 03 16 07 0D'),
  decoder: framing => createAssembly(framing, STANDARD),
}

export const newlandHid: Driver = {
  over: 'hid',
  // All of theirs in this mode: another driver would cut their codes.
  usb: [{ vendor: '1eab', product: /(10|22)$/ }],
  baudRate: 0,
  // Report 4, 3 bytes: SOH, T or P, EOT.
  trigger: hex('04 03 01 54 04'),
  lookMs: 60_000,
  stop: hex('04 03 01 50 04'),
  decoder: framing => createAssembly(framing, NEWLAND),
}

interface Layout {
  /** Where the code begins. */
  codeAt: number
  /** Whether `code`, with the identifier before it, answers a command. */
  isAnswer(identifier: string, code: Buffer): boolean
}

const STANDARD: Layout = {
  codeAt: 5,
  // Honeywell's: pages of X0, the last of Z6.
  isAnswer: identifier => /^\][XZ]/.test(identifier),
}

/** The head of an answer to a serial command; else one byte: ACK, NAK, ENQ. */
const ANSWER_HEAD = hex('02 01')
const ANSWERS = [hex('06'), hex('15'), hex('05')]

const NEWLAND: Layout = {
  codeAt: 2,
  isAnswer: (_, code) =>
    begins(code, ANSWER_HEAD) === true ||
    ANSWERS.some(answer => answer.equals(code)),
}

const REPORT_CODE = 0x02
const LENGTH_AT = 1
const IDENTIFIER_AT = 2
const IDENTIFIER_BYTES = 3
const CODE_BYTES = 56
const MORE_AT = 63
const MORE = 1

const CR = 0x0d
const LF = 0x0a
const NOTHING = Buffer.alloc(0)

/** Puts the reports of one code together. */
function createAssembly(framing: Framing, layout: Layout): Decoder {
  const { codeAt, isAnswer } = layout
  let pending = NOTHING
  let isTooLong = false

  function ended(identifier: string): Heard[] {
    const line = pending
    const wasTooLong = isTooLong
    pending = NOTHING
    isTooLong = false
    if (wasTooLong) return [{ kind: 'too-long' }]
    if (isAnswer(identifier, line)) return []
    const bytes = codeOf(withoutEnd(line), framing)
    return bytes.length > 0 ? [{ kind: 'read', bytes }] : []
  }

  return {
    gapMs: CUT_MS,
    get isPending() {
      return pending.length > 0 || isTooLong
    },
    push(report) {
      if (report[0] !== REPORT_CODE) return []
      const length = Math.min(report[LENGTH_AT] ?? 0, CODE_BYTES)
      const part = report.subarray(codeAt, codeAt + length)
      isTooLong ||= pending.length + part.length > CODE_BYTES_MAX + END_BYTES
      pending = isTooLong ? NOTHING : Buffer.concat([pending, part])
      if (((report[MORE_AT] ?? 0) & MORE) !== 0) return []
      const identifierEnd = IDENTIFIER_AT + IDENTIFIER_BYTES
      return ended(report.toString('latin1', IDENTIFIER_AT, identifierEnd))
    },
    pause() {
      const bytes = codeOf(pending, framing)
      pending = NOTHING
      isTooLong = false
      return bytes.length > 0 ? [{ kind: 'cut', bytes }] : []
    },
  }
}

/** CR and LF. */
const END_BYTES = 2

/** A line end has no meaning here, but many devices add it. */
function withoutEnd(line: Buffer): Buffer {
  let end = line.length
  while (end > 0 && (line[end - 1] === CR || line[end - 1] === LF)) end--
  return line.subarray(0, end)
}
