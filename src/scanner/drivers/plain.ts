/**
 * A device that is told nothing: it reads what it is shown, or when its
 * trigger is pulled, and sends lines.
 * @module
 */
import type { Driver } from '../driver.js'
import { createFramer } from '../framer.js'

export const plain: Driver = {
  usb: [],
  baudRate: 9600,
  decoder: framing => createFramer(framing),
}
