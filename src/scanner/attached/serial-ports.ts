/**
 * The serial ports of Linux, from sysfs. serialport's own list asks udevadm,
 * which small systems lack, and knows some names of devices only.
 * @module
 */
import { join } from 'node:path'
import type { Seen } from './attached.js'
import { leadsTo, namesIn, type Roots, textIn } from './roots.js'
import { usbDeviceOf } from './usb-device.js'

/** What `type` says of a port that the board does not have. */
const NO_PORT = '0'

/** Folders of names that stay when devices come in another order. */
const LASTING = ['serial/by-id', 'serial/by-path']

/** Every port with hardware behind it. */
export function listSerialPorts({ sys, dev }: Roots): Seen[] {
  const folder = join(sys, 'class/tty')
  const lasting = LASTING.flatMap(name => linksIn(join(dev, name)))
  return namesIn(folder).flatMap(name => {
    const device = join(folder, name, 'device')
    const path = join(dev, name)
    const target = leadsTo(path)
    const isThere = leadsTo(device) && target
    if (!isThere || textIn(join(folder, name, 'type')) === NO_PORT) return []
    const names = lasting
      .filter(link => link.target === target)
      .map(link => link.path)
    return [{ over: 'serial', path, names, ...usbDeviceOf(device) }]
  })
}

/** Links in a folder of udev's, and where they lead. */
export function linksIn(folder: string): { path: string; target: string }[] {
  return namesIn(folder).flatMap(name => {
    const path = join(folder, name)
    const target = leadsTo(path)
    return target ? [{ path, target }] : []
  })
}
