/**
 * Why a scanner that is plugged in has no port.
 * @module
 */
import { join } from 'node:path'
import { Failure } from '../failure.js'
import { leadsTo, namesIn, type Roots, THIS_MACHINE } from './attached/roots.js'
import { type UsbDevice, usbDeviceAt } from './attached/usb-device.js'
import { driverOf } from './drivers/index.js'
import { grabberOf } from './processes.js'

/** Chips that turn USB into a serial port; scan boxes have them inside. */
const BRIDGES = ['1a86', '10c4', '0403', '067b']

/** Failures that a taken port may stand behind. */
const ABSENT = [
  'scanner-none',
  'scanner-missing',
  'scanner-absent',
  'scanner-portless',
]

/**
 * `failure`, or what is behind it: brltty takes such a device's port away as
 * soon as it is there.
 */
export function explainAbsence(
  failure: Failure,
  roots: Roots = THIS_MACHINE,
): Failure {
  if (!ABSENT.includes(failure.symbol)) return failure
  const brltty = grabberOf(roots, ['brltty'])
  const device = brltty && portlessDevices(roots)[0]
  if (!device) return failure
  const { vendor, product } = device.usb
  const facts = { path: `${vendor}:${product}`, program: brltty.name }
  return new Failure('scanner-grabbed', facts)
}

/** USB devices that should have a port and have none. */
export function portlessDevices({ sys }: Roots = THIS_MACHINE): UsbDevice[] {
  const withPort = namesIn(join(sys, 'class/tty')).flatMap(
    name => leadsTo(join(sys, 'class/tty', name, 'device')) ?? [],
  )
  const folder = join(sys, 'bus/usb/devices')
  return namesIn(folder).flatMap(name => {
    const path = leadsTo(join(folder, name))
    const device = path && usbDeviceAt(path)
    if (!device || !hasPort(device)) return []
    return withPort.some(port => port.startsWith(`${path}/`)) ? [] : [device]
  })
}

/** What is known by its maker alone may be in another mode. */
function hasPort({ usb }: UsbDevice): boolean {
  const driver = driverOf('serial', usb) ?? 'plain'
  return BRIDGES.includes(usb.vendor) || driver !== 'plain'
}
