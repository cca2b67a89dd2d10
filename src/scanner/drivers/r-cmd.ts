/**
 * Two kinds of boxes that are told in words. R_CMD: those with a CH34x inside
 * answer with lines as well. S_CMD: modules whose words travel in frames
 * `5A type length body XOR A5`; an answer may be bare, and inside a code.
 * @module
 */
import { hex } from '../bytes.js'
import type { Driver, Heard } from '../driver.js'
import { createFramer } from '../framer.js'
import { fixedReplies } from '../replies.js'

export const rCmd: Driver = {
  // 1a86:7523 is a bridge that thousands of other things have inside.
  usb: [],
  baudRate: 115_200,
  trigger: Buffer.from('R_CMD_100B\r\n'),
  answers: true,
  stop: Buffer.from('R_CMD_100A\r\n'),
  light: {
    on: Buffer.from('R_CMD_3001\r\n'),
    off: Buffer.from('R_CMD_3000\r\n'),
  },
  decoder: framing =>
    createFramer(framing, {
      line: bytes => [bytes.equals(OK) ? { kind: 'ack' } : asRead(bytes)],
    }),
}

export const sCmd: Driver = {
  usb: [],
  baudRate: 9600,
  // The first command after a sleep is always lost.
  wake: { bytes: framed('SRDF0051'), ms: 50 },
  trigger: framed('S_CMD_020E'),
  answers: true,
  stop: framed('S_CMD_020D'),
  decoder: framing =>
    createFramer(framing, {
      reply: fixedReplies([BARE_OK, 'ack'], [FRAMED_OK, 'ack']),
      line: withoutAnswers,
    }),
}

const OK = Buffer.from('OK')
const BARE_OK = hex('90 00')
const FRAMED_OK = hex('5A 01 00 02 90 00 93 A5')

function asRead(bytes: Buffer): Heard {
  return { kind: 'read', bytes }
}

/** Neither answer can be part of text: both hold a zero. */
function withoutAnswers(line: Buffer): Heard[] {
  let code = line.toString('latin1')
  for (const answer of [FRAMED_OK, BARE_OK]) {
    code = code.replaceAll(answer.toString('latin1'), '')
  }
  return code ? [asRead(Buffer.from(code, 'latin1'))] : []
}

function framed(word: string): Buffer {
  const body = Buffer.from(word)
  const checked = Buffer.concat([Buffer.from([0, 0, body.length]), body])
  const xor = checked.reduce((sum, byte) => sum ^ byte, 0)
  return Buffer.from([0x5a, ...checked, xor, 0xa5])
}
