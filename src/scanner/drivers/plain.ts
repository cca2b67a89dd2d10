/**
 * A device that is told nothing: it reads what it is shown, or when its
 * trigger is pulled, and sends lines.
 * @module
 */
import type { Driver } from '../driver.js'
import { createFramer } from '../framer.js'

export const plain: Driver = {
  // Makers of scanners, all else of theirs that is a serial port.
  usb: [
    { vendor: '1eab', product: /06$/ },
    { vendor: '0c2e' },
    { vendor: '0536' },
    { vendor: '27dd' },
    { vendor: '05f9' },
  ],
  baudRate: 9600,
  decoder: framing => createFramer(framing),
}
