/**
 * Honeywell's commands `SYN name CR`: 1900, 1950, 33xx, HF, and Mindeo and
 * Canmax with them. The trigger is not answered. A code comes as a line, or,
 * where that was switched on, in a block that tells its length and symbology.
 * @module
 */
import { begins, hex } from '../bytes.js'
import { CODE_BYTES_MAX, type Driver, type Heard } from '../driver.js'
import { createFramer, type Dialect, type Reply } from '../framer.js'

/** Read: the device need not send it again. Ignored where it asks for none. */
const ACK = hex('06')
/** Not read: the device should send it again. */
const NAK = hex('15')

export const honeywell: Driver = {
  // Vuquest 3310, IT4800, Mindeo. Metrologic's own (0c2e:0720) know other
  // commands, and 0536:01a0 is no scanner.
  usb: [
    { vendor: '0c2e', product: /^0b6a$/ },
    { vendor: '0536', product: /^01ca$/ },
    { vendor: '27dd', product: /^0002$/ },
  ],
  baudRate: 9600,
  trigger: hex('16 54 0D'),
  lookMs: 30_000,
  stop: hex('16 55 0D'),
  beep: hex('16 07 0D'),
  decoder: framing => createFramer(framing, createDialect()),
}

/**
 * SYN FE, the length of what follows CR (4 bytes, little-endian), CR, MSGGET,
 * the length of the code in 4 digits, Honeywell's and AIM's symbology, GS,
 * the code, CR. The code's length includes its CR.
 */
const HEAD = hex('16 FE')
const LENGTH_AT = 2
const PAYLOAD_AT = 7
const CODE_AT = 21
const DESCRIPTION = /^MSGGET(\d{4})...$/s
const SEPARATOR = 0x1d
/** A line that begins like this is a block whose head was lost. */
const BEHEADED = /^MSGGET\d{4}/

/** After a damaged block no line is trusted: it may be the block's rest. */
function createDialect(): Dialect {
  let isDamaged = false

  function reply(bytes: Buffer): Reply | 'more' | undefined {
    const fits = begins(bytes, HEAD)
    if (fits !== true) return fits || undefined
    if (bytes.length < PAYLOAD_AT) return 'more'
    const length = PAYLOAD_AT + bytes.readUInt32LE(LENGTH_AT)
    if (length > CODE_AT + CODE_BYTES_MAX + 1) return damaged(HEAD.length)
    if (bytes.length < length) return 'more'
    const code = codeIn(bytes.subarray(0, length))
    if (!code) return damaged(HEAD.length)
    isDamaged = false
    return { length, heard: taken(code) }
  }

  function damaged(length: number): Reply {
    isDamaged = true
    return { length, heard: [{ kind: 'send', bytes: NAK }] }
  }

  return {
    get isUnsure() {
      return isDamaged
    },
    reply,
    replyInside: line => line.indexOf(HEAD, 1),
    line(bytes) {
      const isRest = isDamaged || BEHEADED.test(bytes.toString('latin1'))
      return isRest ? [] : taken(bytes)
    },
    pause(pending) {
      isDamaged = false
      return begins(pending, HEAD) === true
        ? [{ kind: 'send', bytes: NAK }]
        : []
    },
  }
}

function taken(bytes: Buffer): Heard[] {
  return [
    { kind: 'send', bytes: ACK },
    { kind: 'read', bytes },
  ]
}

/** The code in a whole block, or undefined where the block is damaged. */
function codeIn(block: Buffer): Buffer | undefined {
  if (block[CODE_AT - 1] !== SEPARATOR) return undefined
  const description = block.toString('latin1', PAYLOAD_AT, CODE_AT - 1)
  const digits = DESCRIPTION.exec(description)?.[1]
  const code = block.subarray(CODE_AT, -1)
  const isRight = Number(digits) === code.length + 1 && block.at(-1) === 0x0d
  return isRight && code.length > 0 ? code : undefined
}
