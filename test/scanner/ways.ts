/**
 * How devices of each kind say something, and what nobody meant, in the
 * pieces in which it reaches a decoder: bytes of a line however it is cut,
 * whole reports, whole events.
 * @module
 */
import fc from 'fast-check'
import type { Driver, Transport } from '../../src/scanner/driver.js'
import { DRIVERS, type DriverName } from '../../src/scanner/drivers/index.js'
import { EVENT_BYTES } from '../../src/scanner/drivers/keyboard.js'
import { RECORDINGS } from './recordings.js'
import { LAYOUTS, reports } from './reports.js'
import { CODE, cut } from './stream.js'
import {
  ALT,
  event,
  key,
  LEFT_SHIFT,
  lost,
  tap,
  type as typed,
} from './typing.js'

/** A device that says codes, and other things between them. */
export interface Speaker {
  say(code: string): Buffer[]
  others: fc.Arbitrary<Buffer[]>
}

export interface Way {
  junk: fc.Arbitrary<Buffer[]>
  /** What a device says, and what is heard in it last. */
  said: readonly { pieces: Buffer[]; last: string }[]
  /** A code that never ends, in a piece that comes again and again. */
  endless: readonly Buffer[]
  /** Whether `read` can have been said with `pieces`. */
  isFrom(read: Buffer, pieces: Buffer[]): boolean
}

/** HID devices and keyboards; for lines see emulators/. */
export function speakerOf(name: 'keyboard' | keyof typeof LAYOUTS): Speaker {
  if (name === 'keyboard') return { say: text => [typed(`${text}\r`)], others }
  const layout = LAYOUTS[name]
  const other = fc.constantFrom(
    layout(Buffer.alloc(0), 0),
    Buffer.from([0x03, ...layout(Buffer.from(CODE), 0).subarray(1)]),
    Buffer.from([0x02]),
    Buffer.alloc(0),
  )
  return {
    say: text => reports(Buffer.from(text), layout),
    others: fc.array(other, { maxLength: 3 }),
  }
}

/** Scan codes, releases, repetitions, and keys that type nothing. */
const others = fc.array(
  fc.constantFrom(
    event(4, 4, 0x70021),
    key(5, 0),
    key(5, 2),
    key(LEFT_SHIFT, 0),
    tap(58),
    tap(113),
  ),
  { maxLength: 3 },
)

/** Pieces of one byte again and again. */
const MONOTONOUS = [0x00, 0x02, 0x21, 0x55, 0x78, 0xff].map(byte =>
  Buffer.alloc(1000, byte),
)

/** The way of the devices of `name`. */
export function wayOf(name: DriverName): Way {
  const { over = 'serial' }: Driver = DRIVERS[name]
  return WAYS[over](name)
}

const WAYS: Record<Transport, (name: DriverName) => Way> = {
  serial: serialWay,
  hid: reportWay,
  keyboard: eventWay,
}

/** Bytes of all kinds, and what decoders look for more often. */
const bytes = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.constantFrom(
        ...RECORDINGS.flatMap(({ bytes }) => [
          bytes.subarray(0, 3),
          bytes.subarray(0, 9),
          bytes.subarray(-3),
        ]),
      ),
    ),
    { maxLength: 12 },
  )
  .map(pieces => Buffer.concat(pieces))

/** Where a line is cut. */
export const lengths = fc.array(fc.nat(30), { maxLength: 20 })

function serialWay(name: DriverName): Way {
  const own = RECORDINGS.filter(one => one.driver === name && !one.framing)
  return {
    junk: fc
      .tuple(bytes, lengths)
      .map(([bytes, lengths]) => cut(bytes, lengths)),
    said: own.map(({ bytes, heard }) => ({
      pieces: [bytes],
      last: heard.at(-1) ?? '',
    })),
    endless: MONOTONOUS,
    isFrom: (read, pieces) =>
      // Answers are taken out of the middle of a line.
      name === 's-cmd' || Buffer.concat(pieces).includes(read),
  }
}

function reportWay(name: DriverName): Way {
  const layout = LAYOUTS[name as keyof typeof LAYOUTS]
  const codeAt = layout(Buffer.from('>'), 0).indexOf('>')
  const anyReport = fc
    .tuple(fc.uint8Array({ minLength: 64, maxLength: 64 }), fc.nat(80))
    .map(([rest, length]) => Buffer.from([0x02, length, ...rest.slice(2)]))
  const anyBytes = fc.uint8Array({ maxLength: 70 }).map(all => Buffer.from(all))
  return {
    junk: fc.array(fc.oneof(anyReport, anyBytes), { maxLength: 90 }),
    said: [CODE, `${CODE}\r\n`].map(text => ({
      pieces: reports(Buffer.from(text), layout),
      last: CODE,
    })),
    endless: [...MONOTONOUS, layout(Buffer.alloc(56, 0x78), 1)],
    isFrom: (read, pieces) =>
      Buffer.concat(pieces.map(piece => partOf(piece, codeAt))).includes(read),
  }
}

/** What a report holds of a code. */
function partOf(report: Buffer, codeAt: number): Buffer {
  const length = Math.min(report[1] ?? 0, 56)
  if (report[0] !== 0x02) return Buffer.alloc(0)
  return report.subarray(codeAt, codeAt + length)
}

function eventWay(): Way {
  const anyEvent = fc
    .tuple(fc.nat(5), fc.nat(300), fc.integer({ min: -1, max: 3 }))
    .map(all => event(...all))
  const aKey = fc.oneof(
    fc.integer({ min: 1, max: 98 }).map(tap),
    fc.constantFrom(key(LEFT_SHIFT, 1), key(ALT, 1), key(ALT, 0), lost),
  )
  return {
    junk: fc.array(fc.oneof(anyEvent, aKey), { maxLength: 200 }),
    said: [{ pieces: [typed(`${CODE}\r`)], last: CODE }],
    endless: [
      ...MONOTONOUS,
      typed('x'.repeat(100)),
      Buffer.concat([
        key(ALT, 1),
        ...Array.from({ length: 100 }, () => tap(79)),
      ]),
    ],
    isFrom: (read, pieces) => read.toString().length <= presses(pieces),
  }
}

/** Each character is a key that was pressed. */
function presses(pieces: Buffer[]): number {
  const all = Buffer.concat(pieces)
  let count = 0
  for (let at = 0; at < all.length; at += EVENT_BYTES) {
    const value = all.readInt32LE(at + EVENT_BYTES - 4)
    if (value === 1) count++
  }
  return count
}
