/**
 * Packets of the Simple Serial Interface: length (without the checksum),
 * name, source (4: host, 0: device), status, data, checksum (2 bytes).
 * @module
 */
import { CODE_BYTES_MAX } from '../driver.js'

/** The names of packets that are sent or understood here. */
export const PACKET = {
  part: 0x73,
  ackPart: 0x74,
  revision: 0xa4,
  ack: 0xd0,
  nak: 0xd1,
  start: 0xe4,
  stop: 0xe5,
  beep: 0xe6,
  ledOn: 0xe7,
  ledOff: 0xe8,
  code: 0xf3,
  event: 0xf6,
} as const

/** What a device sends, by name. */
const FROM_DEVICE: readonly number[] = [
  PACKET.part,
  PACKET.revision,
  PACKET.ack,
  PACKET.nak,
  PACKET.code,
  PACKET.event,
]

const HOST = 4
const HEAD_BYTES = 4
const CHECKSUM_BYTES = 2
/** A part has 2 where a packet has its source, when it is the first. */
const FIRST_PART = 2

/** A packet from the host, or from a device that is played. */
export function packet(
  name: number,
  data: Iterable<number> = [],
  source = HOST,
) {
  const body = Buffer.from([0, name, source, 0, ...data])
  body[0] = body.length
  return sealed(body)
}

/** `body` with its checksum: the two's complement of the sum of its bytes. */
export function sealed(body: Buffer): Buffer {
  const sum = body.reduce((total, byte) => total + byte, 0)
  const checksum = Buffer.alloc(CHECKSUM_BYTES)
  checksum.writeUInt16BE(-sum & 0xffff)
  return Buffer.concat([body, checksum])
}

/**
 * Whether `bytes` begin with a packet of a device, or are too few to tell.
 * Text never does: no text has a zero in it.
 */
export function isHead(bytes: Buffer): boolean | 'more' {
  const [length = 0, name, source, status] = bytes
  if (length < HEAD_BYTES) return false
  if (name === undefined) return 'more'
  if (!FROM_DEVICE.includes(name)) return false
  if (source === undefined) return 'more'
  if (name !== PACKET.part) return source === 0
  if (source !== 0 && source !== FIRST_PART) return false
  return status === undefined ? 'more' : status === 0
}

/** Where in `line`, after its first byte, a packet begins; -1 if none does. */
export function headInside(line: Buffer): number {
  for (let at = line.indexOf(0, HEAD_BYTES - 1); at > 0; ) {
    // The zero is the source of a packet, or the status of a part.
    for (const head of [at - 3, at - 2]) {
      if (head > 0 && isHead(line.subarray(head)) === true) return head
    }
    at = line.indexOf(0, at + 1)
  }
  return -1
}

/** The packet that `bytes` begin with: its length, and itself if undamaged. */
export function unpack(
  bytes: Buffer,
): { length: number; body: Buffer | undefined } | 'more' {
  const size = bytes[0] ?? 0
  const length = size + CHECKSUM_BYTES
  if (bytes.length < length) return 'more'
  const body = bytes.subarray(0, size)
  const isWhole = sealed(body).equals(bytes.subarray(0, length))
  return { length, body: isWhole ? body : undefined }
}

/**
 * The code in a packet `code`: behind the symbology or, with some firmware,
 * behind the symbology, 1 and the code's length.
 */
export function codeIn(body: Buffer): Buffer {
  const data = body.subarray(HEAD_BYTES)
  return data.subarray(hasLength(data) ? 4 : 1)
}

function hasLength(data: Buffer): boolean {
  return (
    data.length >= 4 &&
    data[1] === 1 &&
    data.readUInt16BE(2) === data.length - 4
  )
}

export interface Part {
  /** Its place, from 0. */
  at: number
  bytes: Buffer
  /** Bytes of the whole code; the first part tells. */
  total?: number
}

/** Before the code in the first part: name, length, symbology, 1, length. */
const FIRST_HEAD_BYTES = 9

/** What a packet `part` holds; undefined where it holds no part of a code. */
export function partIn(body: Buffer): Part | undefined {
  const at = body[HEAD_BYTES]
  const data = body.subarray(HEAD_BYTES + 1)
  if (at === undefined) return undefined
  if (at > 0) return { at, bytes: data }
  if (data.length < FIRST_HEAD_BYTES || data[0] !== PACKET.code)
    return undefined
  const total = data.readUInt16BE(FIRST_HEAD_BYTES - 2)
  if (total > CODE_BYTES_MAX) return undefined
  return { at, bytes: data.subarray(FIRST_HEAD_BYTES), total }
}
