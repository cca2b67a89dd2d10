/**
 * Newland's older commands, and Rakinda's: EM2028, FM420, EM3000, LV3000U.
 * Each is answered with ACK or NAK. To a Honeywell the same trigger means
 * "green light": one more reason why nobody is probed.
 * @module
 */
import { hex } from '../bytes.js'
import type { Driver } from '../driver.js'
import { createFramer } from '../framer.js'
import { fixedReplies } from '../replies.js'

const reply = fixedReplies([hex('06'), 'ack'], [hex('15'), 'nak'])

export const newlandLegacy: Driver = {
  usb: [
    { vendor: '1eab', product: /^1d06$/ },
    { vendor: '1eab', product: /^0d06$/ },
    { vendor: '1eab', product: /^1306$/ },
  ],
  baudRate: 9600,
  trigger: hex('1B 31'),
  answers: true,
  lookMs: 60_000,
  stop: hex('1B 30'),
  decoder: framing => createFramer(framing, { reply }),
}
