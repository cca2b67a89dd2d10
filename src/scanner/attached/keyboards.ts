/**
 * Keyboards on USB, and guns that show themselves as one, from Linux's sysfs.
 * @module
 */
import { join } from 'node:path'
import type { Seen } from './attached.js'
import { leadsTo, namesIn, type Roots, textIn } from './roots.js'
import { linksIn } from './serial-ports.js'
import { usbDeviceOf } from './usb-device.js'

/** Bits of capabilities/key that every gun has: Enter, and 1 to 0. */
const ENTER = 1n << 28n
const DIGITS = 0b1111111111n << 2n
const NEEDED = ENTER | DIGITS

/** Every device that can type a number and Enter. */
export function listKeyboards({ sys, dev }: Roots): Seen[] {
  const folder = join(sys, 'class/input')
  const lasting = linksIn(join(dev, 'input/by-id'))
  return namesIn(folder)
    .filter(name => /^event\d+$/.test(name))
    .flatMap(name => {
      const device = join(folder, name, 'device')
      const path = join(dev, 'input', name)
      const target = leadsTo(path)
      const found = usbDeviceOf(device)
      if (!target || !found || !typesNumbers(device)) return []
      const names = lasting
        .filter(link => link.target === target)
        .map(link => link.path)
      return [{ over: 'keyboard', path, names, ...found }]
    })
}

/** Words of 64 bits in hexadecimal, the lowest last. */
function typesNumbers(device: string): boolean {
  const words = textIn(join(device, 'capabilities/key'))?.split(' ')
  const lowest = words?.at(-1)
  if (!lowest || !/^[0-9a-f]+$/.test(lowest)) return false
  return (BigInt(`0x${lowest}`) & NEEDED) === NEEDED
}
