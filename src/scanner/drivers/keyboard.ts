/**
 * Guns that type, read from Linux's event device: `struct input_event` by
 * `struct input_event`, keys of an American keyboard, as guns type.
 * @module
 */
import type { Decoder, Driver, Heard } from '../driver.js'
import { createFramer } from '../framer.js'

export const keyboard: Driver = {
  over: 'keyboard',
  // In every mode but these, and these makers make nothing but scanners.
  usb: [
    { vendor: '1eab' },
    { vendor: '0c2e' },
    { vendor: '0536' },
    { vendor: '27dd' },
    { vendor: '05e0' },
    { vendor: '05f9' },
    { vendor: '324f', product: /^0022$/ },
  ],
  baudRate: 0,
  decoder: framing => createKeys(createFramer(framing)),
}

/** Two times of a machine word each, then type, code and value. */
export const EVENT_BYTES = ['arm', 'ia32'].includes(process.arch) ? 16 : 24
const TYPE_AT = EVENT_BYTES - 8
const CODE_AT = EVENT_BYTES - 6
const VALUE_AT = EVENT_BYTES - 4

/** Of linux/input-event-codes.h. */
const EV_SYN = 0
const SYN_DROPPED = 3
const EV_KEY = 1
const RELEASED = 0
const PRESSED = 1
const SHIFTS = [42, 54]
const ALTS = [56, 100]

/** What keys type, from the code at the left on; without and with shift. */
const ROWS: [first: number, plain: string, shifted: string][] = [
  [2, '1234567890-=', '!@#$%^&*()_+'],
  [15, '\tqwertyuiop[]\r', '\tQWERTYUIOP{}\r'],
  [30, "asdfghjkl;'`", 'ASDFGHJKL:"~'],
  [43, '\\zxcvbnm,./', '|ZXCVBNM<>?'],
  [55, '*', '*'],
  [57, ' ', ' '],
  [71, '789-456+1230.', '789-456+1230.'],
  [96, '\r', '\r'],
  [98, '/', '/'],
]

const KEYS = new Map(
  ROWS.flatMap(([first, plain, shifted]) =>
    [...plain].map((key, at): [number, [string, string]] => [
      first + at,
      [key, shifted[at] ?? key],
    ]),
  ),
)

/** Keys that end a code. */
const ENDS = ['\r', '\t']

/** The last Unicode character; its number has seven digits. */
const CHARACTER_MAX = 0x10ffff
const NUMBER_DIGITS_MAX = 7
const NUMBER = new RegExp(`^\\d{1,${NUMBER_DIGITS_MAX}}$`)

const NOTHING = Buffer.alloc(0)

/** Passes on to `lines` what is typed. */
function createKeys(lines: Decoder): Decoder {
  let rest: Buffer = NOTHING
  let isShifted = false
  /** Digits of the keypad while Alt is held: one character's number. */
  let number: string | undefined
  /** Keys were lost: what comes up to the line end is no code. */
  let isDamaged = false

  function typed(event: Buffer): string {
    const code = event.readUInt16LE(CODE_AT)
    const value = event.readInt32LE(VALUE_AT)
    if (SHIFTS.includes(code)) isShifted = value !== RELEASED
    if (ALTS.includes(code)) return alt(value)
    if (value !== PRESSED) return ''
    const key = KEYS.get(code)?.[isShifted ? 1 : 0] ?? ''
    if (ENDS.includes(key)) letGo()
    if (number === undefined) return key
    // One more than a number has tells that it is none.
    if (number.length <= NUMBER_DIGITS_MAX) number += key
    return ''
  }

  /** With a code all ends that was held: its release may have been lost. */
  function letGo(): void {
    isShifted = false
    number = undefined
  }

  /** Chinese is typed as Alt with a character's number. */
  function alt(value: number): string {
    const held = number
    number = value === RELEASED ? undefined : (held ?? '')
    const isNumber = value === RELEASED && NUMBER.test(held ?? '')
    const character = Number(held)
    if (!isNumber || character > CHARACTER_MAX) return ''
    return String.fromCodePoint(character)
  }

  function heardIn(event: Buffer): Heard[] {
    const type = event.readUInt16LE(TYPE_AT)
    if (type === EV_SYN && event.readUInt16LE(CODE_AT) === SYN_DROPPED) {
      isDamaged = true
      return lines.pause().map(asCut)
    }
    const text = type === EV_KEY ? typed(event) : ''
    if (!isDamaged) return lines.push(Buffer.from(text))
    isDamaged = !ENDS.includes(text)
    return []
  }

  return {
    gapMs: lines.gapMs,
    get isPending() {
      return lines.isPending || isDamaged || number !== undefined
    },
    push(bytes) {
      rest = Buffer.concat([rest, bytes])
      const heard: Heard[] = []
      for (; rest.length >= EVENT_BYTES; rest = rest.subarray(EVENT_BYTES)) {
        heard.push(...heardIn(rest))
      }
      return heard
    },
    pause() {
      isDamaged = false
      letGo()
      rest = NOTHING
      return lines.pause()
    },
  }
}

/** Without a line end, silence would make a code of it. */
function asCut(heard: Heard): Heard {
  return heard.kind === 'read' ? { ...heard, kind: 'cut' } : heard
}
