/**
 * Grow's zone bits: GM60, GM65, GM69 and those built on them. A frame is
 * `7E 00 type length address data CRC`, and AB CD in place of the CRC asks for
 * no check. The answer comes before the code, in the same stream.
 * @module
 */
import { hex } from '../bytes.js'
import type { Driver } from '../driver.js'
import { createFramer } from '../framer.js'
import { fixedReplies } from '../replies.js'

const reply = fixedReplies([hex('02 00 00 01 00 33 31'), 'ack'])

export const grow: Driver = {
  usb: [],
  baudRate: 9600,
  trigger: hex('7E 00 08 01 00 02 01 AB CD'),
  answers: true,
  lookMs: 5000,
  stop: hex('7E 00 08 01 00 02 00 AB CD'),
  decoder: framing => createFramer(framing, { reply }),
}
