/**
 * What devices of each family send, byte for byte, as manuals and users have
 * printed it, and what is to be heard in it.
 * @module
 */
import { hex } from '../../src/scanner/bytes.js'
import type { Framing } from '../../src/scanner/driver.js'
import type { DriverName } from '../../src/scanner/drivers/index.js'
import { CODE, stream } from './stream.js'

export interface Recording {
  driver: DriverName
  name: string
  bytes: Buffer
  /** What is heard: kinds, and codes in full. */
  heard: string[]
  framing?: Partial<Framing>
}

/** Of three packets with 500 times Z; its sums are those that were printed. */
export const MULTIPACKET = stream(
  hex('FF 73 02 00 00 F3 00 00 01 F7 1C 01 01 F4'),
  'Z'.repeat(241),
  hex('A6 D5 FF 73 00 00 01'),
  'Z'.repeat(250),
  hex('A6 A9 0E 73 00 00 02'),
  'Z'.repeat(9),
  hex('FC 53'),
)

const newlandAck = hex('02 01 30 30 30 30 23 53 43 4E 54 52 47 31 06 3B 03')
const newlandNak = hex('02 01 30 30 30 30 23 53 43 4E 54 52 47 31 15 3B 03')
const growAck = hex('02 00 00 01 00 33 31')

/** Length, name, source, status, QR, the 28 characters, sum. */
export const ssiCode = stream(hex('21 F3 00 00 1C'), CODE, hex('F9 36'))

/** The same, sent again because its acknowledgement was lost. */
const ssiAgain = stream(hex('21 F3 00 01 1C'), CODE, hex('F9 35'))

/** 43 bytes after the CR of the head; 29 of them are the code and its CR. */
export const honeywellBlock = stream(
  hex('16 FE 2B 00 00 00 0D'),
  'MSGGET0029sQ1\u001d',
  CODE,
  '\r',
)

export const RECORDINGS: Recording[] = [
  line('plain', 'CR', stream(CODE, '\r')),
  line('plain', 'CRLF', stream(CODE, '\r\n')),
  {
    ...line('plain', 'STX, AIM, ETX', stream('\u0002]Q1', CODE, '\u0003')),
    framing: { suffix: 'etx', strip: 'aim' },
  },
  {
    ...line('plain', "Symbol's letter, no end", stream('P01', CODE)),
    framing: { suffix: 'none', strip: 'symbol' },
  },
  line('newland', 'answer and code', stream(newlandAck, CODE, '\r'), 'ack'),
  line('newland', 'refusal and code', stream(newlandNak, CODE, '\r'), 'nak'),
  line('newland-legacy', 'answer', stream(hex('06'), CODE, '\r\n'), 'ack'),
  line('newland-legacy', 'refusal', stream(hex('15'), CODE, '\r\n'), 'nak'),
  line('honeywell', 'line', stream(CODE, '\r'), 'send'),
  line('honeywell', 'block', honeywellBlock, 'send'),
  line('honeywell', 'noise, block', stream('12', honeywellBlock), 'send'),
  line('ssi', 'line', stream(CODE, '\r\n')),
  line('ssi', 'answer', stream(hex('04 D0 00 00 FF 2C'), CODE, '\r\n'), 'ack'),
  line('ssi', 'no', stream(hex('05 D1 00 00 06 FF 24'), CODE, '\r'), 'nak'),
  line('ssi', 'packet', ssiCode, 'send'),
  line('ssi', 'noise, packet', stream('12', ssiCode), 'send'),
  {
    driver: 'ssi',
    name: 'a packet sent again',
    bytes: Buffer.concat([ssiCode, ssiAgain]),
    heard: ['send', CODE, 'send'],
  },
  {
    driver: 'ssi',
    name: 'three packets',
    bytes: MULTIPACKET,
    heard: ['send', 'send', 'send', 'Z'.repeat(500)],
  },
  line('grow', 'answer and code', stream(growAck, CODE, '\r\n'), 'ack'),
  line(
    'vguang',
    'answer, heartbeat and code',
    stream(hex('55 AA 05 00 00 00 FA'), 'www.vguang.cn\r', CODE, '\r'),
    'ack',
  ),
  line(
    'vguang',
    'refusal',
    stream(hex('55 AA 05 01 00 00 FB'), CODE, '\r'),
    'nak',
  ),
  line('datalogic', 'line', stream(CODE, '\r')),
  line('r-cmd', 'answers', stream('OK\r\nOK\r\n', CODE, '\r\n'), 'ack', 'ack'),
  line(
    's-cmd',
    'both answers',
    stream(hex('90 00 5A 01 00 02 90 00 93 A5'), CODE, '\r\n'),
    'ack',
    'ack',
  ),
  line(
    's-cmd',
    'an answer inside the code',
    stream(CODE.slice(0, 9), hex('90 00'), CODE.slice(9), '\r\n'),
  ),
]

function line(
  driver: DriverName,
  name: string,
  bytes: Buffer,
  ...before: string[]
): Recording {
  return { driver, name, bytes, heard: [...before, CODE] }
}
