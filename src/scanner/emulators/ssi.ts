import { PACKET, packet, sealed } from '../drivers/ssi-packet.js'
import type { Family } from './family.js'
import { lines } from './lines.js'

const DEVICE = 0
/** QR, as SSI numbers the symbologies. */
const QR = 0x1c
/** Data bytes of one packet. */
const DATA_BYTES_MAX = 250
/** Bytes of a code in the first part; its description takes the rest. */
const FIRST_PART_BYTES = 241

const ack = packet(PACKET.ack, [], DEVICE)

const commands: Family['commands'] = {
  wake: Buffer.from([0]),
  trigger: packet(PACKET.start),
  stop: packet(PACKET.stop),
}

/** A module of Grow, M5Stack or NADAMOO: it sleeps, and codes are lines. */
export const ssi: Family = {
  commands,
  answers: { trigger: ack, stop: ack },
  refusal: packet(PACKET.nak, [6], DEVICE),
  sleeps: true,
  frames: lines('\r\n'),
}

/** The same with codes in packets, which wait to be acknowledged. */
export const ssiPackets: Family = {
  ...ssi,
  commands: {
    ...commands,
    ack: packet(PACKET.ack),
    'ack-part': packet(PACKET.ackPart),
    nak: packet(PACKET.nak, [1]),
  },
  frames(code) {
    if (code.length < DATA_BYTES_MAX) {
      return [packet(PACKET.code, [QR, ...code], DEVICE)]
    }
    return parts(code)
  },
  again: marked,
}

/** A long code: its description and first bytes, then the rest by turns. */
function parts(code: Buffer): Buffer[] {
  const description = Buffer.from([PACKET.code, 0, 0, 0, 0, QR, 1, 0, 0])
  description.writeUInt32BE(code.length + 3, 1)
  description.writeUInt16BE(code.length, 7)
  const first = Buffer.concat([description, code.subarray(0, FIRST_PART_BYTES)])
  const all: Buffer[] = [first]
  for (let at = FIRST_PART_BYTES; at < code.length; at += DATA_BYTES_MAX) {
    all.push(code.subarray(at, at + DATA_BYTES_MAX))
  }
  return all.map((data, at) => {
    const head = [data.length + 5, PACKET.part, at === 0 ? 2 : 0, 0, at]
    return sealed(Buffer.concat([Buffer.from(head), data]))
  })
}

/** A packet that is sent again says so in its status; a part does not. */
function marked(frame: Buffer): Buffer {
  if (frame[1] === PACKET.part) return frame
  const body = Buffer.from(frame.subarray(0, -2))
  body[3] = 1
  return sealed(body)
}
