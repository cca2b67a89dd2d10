import { hex } from '../bytes.js'
import type { Family } from './family.js'
import { lines } from './lines.js'

/** Honeywell as it leaves the factory: nothing is answered, codes are lines. */
export const honeywell: Family = {
  commands: { trigger: hex('16 54 0D'), stop: hex('16 55 0D') },
  frames: lines('\r'),
}

/** Honeywell with the metadata block, and with ACK and NAK, switched on. */
export const honeywellBlock: Family = {
  commands: { ...honeywell.commands, ack: hex('06'), nak: hex('15') },
  frames: code => [block(code)],
  again: frame => frame,
}

function block(code: Buffer): Buffer {
  const digits = String(code.length + 1).padStart(4, '0')
  const description = Buffer.from(`MSGGET${digits}sQ1\u001d`)
  const payload = Buffer.concat([description, code, Buffer.from('\r')])
  const length = Buffer.alloc(4)
  length.writeUInt32LE(payload.length)
  return Buffer.concat([hex('16 FE'), length, Buffer.from('\r'), payload])
}
