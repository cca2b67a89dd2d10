/**
 * Zebra's Simple Serial Interface: Zebra and Symbol, and the modules of Grow
 * (GM67, GM72), M5Stack and NADAMOO that speak it. Commands and answers are
 * packets; a code comes as a line or, where that was switched on, in packets.
 * @module
 */
import type { Driver, Heard } from '../driver.js'
import { createFramer, type Dialect, type Reply } from '../framer.js'
import {
  codeIn,
  headInside,
  isHead,
  PACKET,
  packet,
  partIn,
  unpack,
} from './ssi-packet.js'

export const ssi: Driver = {
  usb: [
    { vendor: '05e0', product: /^1701$/ },
    { vendor: '324f', product: /^0032$/ },
  ],
  baudRate: 9600,
  // Asleep it loses the first byte that it hears.
  wake: { bytes: Buffer.from([0]), ms: 50 },
  trigger: packet(PACKET.start),
  answers: true,
  lookMs: 9000,
  stop: packet(PACKET.stop),
  beep: packet(PACKET.beep, [0]),
  light: { on: packet(PACKET.ledOn, [1]), off: packet(PACKET.ledOff, [1]) },
  decoder: framing => createFramer(framing, createDialect()),
}

const ACK: Heard = { kind: 'send', bytes: packet(PACKET.ack) }
const ACK_PART: Heard = { kind: 'send', bytes: packet(PACKET.ackPart) }
/** Reason 1: the checksum is wrong. */
const RESEND: Heard = { kind: 'send', bytes: packet(PACKET.nak, [1]) }

/** Set in the status of a packet that is sent again. */
const AGAIN = 1

/** After a damaged packet no line is trusted: it may be the packet's rest. */
function createDialect(): Dialect {
  const heardOfPart = createAssembly()
  let isDamaged = false
  let latest: Buffer | undefined

  function reply(bytes: Buffer): Reply | 'more' | undefined {
    const head = isHead(bytes)
    if (head !== true) return head || undefined
    const unpacked = unpack(bytes)
    if (unpacked === 'more') return 'more'
    const { length, body } = unpacked
    isDamaged = body === undefined
    return { length, heard: body ? heardOf(body) : [RESEND] }
  }

  function heardOf(body: Buffer): Heard[] {
    switch (body[1]) {
      case PACKET.ack:
        return [{ kind: 'ack' }]
      case PACKET.nak:
        return [{ kind: 'nak' }]
      case PACKET.part:
        return heardOfPart(body)
      case PACKET.code:
        return heardOfCode(body)
      default:
        return []
    }
  }

  function heardOfCode(body: Buffer): Heard[] {
    const bytes = Buffer.from(codeIn(body))
    const isAgain = ((body[3] ?? 0) & AGAIN) !== 0 && latest?.equals(bytes)
    latest = bytes
    return isAgain || bytes.length === 0
      ? [ACK]
      : [ACK, { kind: 'read', bytes }]
  }

  return {
    get isUnsure() {
      return isDamaged
    },
    reply,
    replyInside: headInside,
    line: bytes => (isDamaged ? [] : [{ kind: 'read', bytes }]),
    pause(pending) {
      isDamaged = false
      return isHead(pending) === true ? [RESEND] : []
    },
  }
}

/** Puts the parts of a long code together. */
function createAssembly(): (body: Buffer) => Heard[] {
  let next = 0
  let total = 0
  let code = Buffer.alloc(0)
  return body => {
    const part = partIn(body)
    if (part?.total !== undefined) {
      next = 0
      total = part.total
      code = Buffer.alloc(0)
    }
    // Any other part has been heard already, or follows one that was not.
    if (part?.at !== next) return [ACK_PART]
    next++
    code = Buffer.concat([code, part.bytes])
    if (code.length < total) return [ACK_PART]
    const bytes = code.subarray(0, total)
    next = 0
    code = Buffer.alloc(0)
    return [ACK, { kind: 'read', bytes }]
  }
}
