/**
 * Datalogic's single bytes: Gryphon, QuickScan, PowerScan, Magellan. The
 * trigger is not answered.
 * @module
 */
import { hex } from '../bytes.js'
import type { Driver } from '../driver.js'
import { createFramer } from '../framer.js'

export const datalogic: Driver = {
  // Gryphon as a serial port.
  usb: [{ vendor: '05f9', product: /^4204$/ }],
  baudRate: 9600,
  trigger: Buffer.from('T'),
  stop: Buffer.from('X'),
  beep: Buffer.from('B'),
  light: { on: hex('1B 5B 36 71'), off: hex('1B 5B 37 71') },
  decoder: framing => createFramer(framing),
}
