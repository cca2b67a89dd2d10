/**
 * 微光互联: TX200, TX400, TX800, TR200. A frame is `55 AA command length data
 * XOR`; an answer has a status before its length.
 * @module
 */
import { begins, hex } from '../bytes.js'
import type { Driver, Heard } from '../driver.js'
import { createFramer, type Reply } from '../framer.js'

const HEAD = hex('55 AA')
/** Head, command, status and length. */
const HEAD_BYTES = 6
const ANSWER_BYTES_MAX = 64

/** Sent all the time in some modes, to say that the device is alive. */
const HEARTBEAT = 'www.vguang.cn'

export const vguang: Driver = {
  // 0525:a4ac is theirs, and of every other Linux gadget.
  usb: [],
  baudRate: 9600,
  trigger: hex('55 AA 05 01 00 00 FB'),
  answers: true,
  stop: hex('55 AA 05 01 00 01 FA'),
  light: { on: hex('55 AA 24 01 00 01 DB'), off: hex('55 AA 24 01 00 00 DA') },
  decoder: framing => createFramer(framing, { reply, line }),
}

function reply(bytes: Buffer): Reply | 'more' | undefined {
  const fits = begins(bytes, HEAD)
  if (fits !== true) return fits || undefined
  if (bytes.length < HEAD_BYTES) return 'more'
  const length = HEAD_BYTES + bytes.readUInt16LE(HEAD_BYTES - 2) + 1
  if (length > ANSWER_BYTES_MAX) return undefined
  if (bytes.length < length) return 'more'
  const answer = bytes.subarray(0, length)
  const isWhole = answer.reduce((xor, byte) => xor ^ byte, 0) === 0
  if (!isWhole) return { length, heard: [] }
  return { length, heard: [{ kind: answer[3] === 0 ? 'ack' : 'nak' }] }
}

function line(bytes: Buffer): Heard[] {
  return bytes.equals(Buffer.from(HEARTBEAT)) ? [] : [{ kind: 'read', bytes }]
}
