/**
 * What the kernel tells of keys, in the bytes of its event devices.
 * @module
 */
import { EVENT_BYTES } from '../../src/scanner/drivers/keyboard.js'

export const LEFT_SHIFT = 42
export const RIGHT_SHIFT = 54
export const ALT = 56

const EV_SYN = 0
const EV_KEY = 1

/** One `struct input_event`; its time does not matter. */
export function event(type: number, code: number, value: number): Buffer {
  const bytes = Buffer.alloc(EVENT_BYTES, 0x5a)
  bytes.writeUInt16LE(type, EVENT_BYTES - 8)
  bytes.writeUInt16LE(code, EVENT_BYTES - 6)
  bytes.writeInt32LE(value, EVENT_BYTES - 4)
  return bytes
}

/** A key pressed (1), released (0) or repeated (2), and the end of a report. */
export function key(code: number, value: number): Buffer {
  return Buffer.concat([event(EV_KEY, code, value), event(EV_SYN, 0, 0)])
}

export function tap(code: number): Buffer {
  return Buffer.concat([key(code, 1), key(code, 0)])
}

/** SYN_DROPPED: the kernel had no room for more. */
export const lost = event(EV_SYN, 3, 0)

/** An American keyboard, as a manual draws it, by the code of its first key. */
const PLAIN: Record<number, string> = {
  2: '1234567890-=',
  15: '\t',
  16: 'qwertyuiop[]',
  28: '\r',
  30: "asdfghjkl;'`",
  43: '\\',
  44: 'zxcvbnm,./',
  57: ' ',
}
const SHIFTED: Record<number, string> = {
  2: '!@#$%^&*()_+',
  16: 'QWERTYUIOP{}',
  30: 'ASDFGHJKL:"~',
  43: '|',
  44: 'ZXCVBNM<>?',
}

/** `text` as a gun types it. */
export function type(text: string): Buffer {
  return Buffer.concat([...text].map(typeOne))
}

function typeOne(character: string): Buffer {
  const plain = codeOf(PLAIN, character)
  if (plain !== undefined) return tap(plain)
  const shifted = codeOf(SHIFTED, character)
  if (shifted === undefined) throw new Error(`no key types ${character}`)
  return Buffer.concat([key(LEFT_SHIFT, 1), tap(shifted), key(LEFT_SHIFT, 0)])
}

function codeOf(rows: Record<number, string>, character: string) {
  for (const [first, row] of Object.entries(rows)) {
    const at = row.indexOf(character)
    if (at >= 0) return Number(first) + at
  }
  return undefined
}
