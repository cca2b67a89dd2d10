/**
 * The USB device that a device of Linux's sysfs is part of.
 * @module
 */
import { dirname, join } from 'node:path'
import type { Usb } from './attached.js'
import { leadsTo, textIn } from './roots.js'

export interface UsbDevice {
  usb: Usb
  label?: string
}

/**
 * Goes up from `folder`, for example /sys/class/tty/ttyACM0/device, to the
 * folder that has the ids; undefined where none has.
 */
export function usbDeviceOf(folder: string): UsbDevice | undefined {
  let at = leadsTo(folder) ?? '/'
  while (at !== dirname(at)) {
    const found = usbDeviceAt(at)
    if (found) return found
    at = dirname(at)
  }
  return undefined
}

/** The device of exactly this folder. */
export function usbDeviceAt(folder: string): UsbDevice | undefined {
  const read = (name: string) => textIn(join(folder, name))
  const vendor = read('idVendor')
  const product = read('idProduct')
  if (!vendor || !product) return undefined
  const serial = read('serial')
  const label = [read('manufacturer'), read('product')]
    .filter(Boolean)
    .join(' ')
  const usb: Usb = { vendor, product, ...(serial && { serial }) }
  return { usb, ...(label && { label }) }
}
