/**
 * Newland's unified commands: FM430, FM3080, EM, HR and FR, and the engines
 * inside Sunmi's K2. A command is `~ SOH 0000 # name ; ETX`; its answer is
 * the same with STX in front and ACK, NAK or ENQ before the semicolon.
 * @module
 */
import { begins } from '../bytes.js'
import type { Driver } from '../driver.js'
import { createFramer, type Reply } from '../framer.js'

const ANSWER_HEAD = Buffer.from('\u0002\u00010000')
const END = Buffer.from(';\u0003')
const ACK = 0x06
/** An answer to a command of this file has 17. */
const ANSWER_BYTES_MAX = 64

export const newland: Driver = {
  // FM3080. In each mode a product has another id, those of serial ports end
  // in 06; but older products of theirs know other commands.
  usb: [{ vendor: '1eab', product: /^1a06$/ }],
  baudRate: 9600,
  trigger: newlandCommand('SCNTRG1', '#'),
  answers: true,
  lookMs: 60_000,
  stop: newlandCommand('SCNTRG0', '#'),
  decoder: framing => createFramer(framing, { reply }),
}

/** With `#` until the next reboot, with `@` for ever. */
export function newlandCommand(name: string, lasting: '#' | '@'): Buffer {
  return Buffer.from(`~\u00010000${lasting}${name};\u0003`)
}

function reply(bytes: Buffer): Reply | 'more' | undefined {
  const fits = begins(bytes, ANSWER_HEAD)
  if (fits !== true) return fits || undefined
  const end = bytes.indexOf(END)
  if (end < 0) return bytes.length < ANSWER_BYTES_MAX ? 'more' : undefined
  const kind = bytes[end - 1] === ACK ? 'ack' : 'nak'
  return { length: end + END.length, heard: [{ kind }] }
}
