/**
 * What is attached to this machine that may be a scanner, told without opening
 * anything.
 * @module
 */
import type { Transport } from '../driver.js'
import { type DriverName, driverOf } from '../drivers/index.js'
import { listHid } from './hid.js'
import { listKeyboards } from './keyboards.js'
import { type Roots, THIS_MACHINE } from './roots.js'
import { listSerialPorts } from './serial-ports.js'
import { listWindowsPorts } from './windows.js'

export interface Usb {
  /** Four lower-case hexadecimal digits, as lsusb shows them. */
  vendor: string
  product: string
  /** Where the device has one. */
  serial?: string
}

/** A device as one of its interfaces shows it. */
export interface Attached {
  over: Transport
  /** What a port is opened by: /dev/ttyACM0, COM3, /dev/hidraw0. */
  path: string
  /** Other names of it, those that do not change: /dev/serial/by-id/…. */
  names: readonly string[]
  usb?: Usb
  /** What the device calls itself. */
  label?: string
  /** The driver of the family that it surely belongs to. */
  driver?: DriverName
}

/** An entry of a list, before its family is known. */
export type Seen = Omit<Attached, 'driver'> & { isScanner?: boolean }

/** Whose devices are listed. */
export interface Machine {
  roots: Roots
  platform: NodeJS.Platform
  hid: (use: 'scanners' | 'keyboards') => Promise<Seen[]>
}

export const thisMachine: Machine = {
  roots: THIS_MACHINE,
  platform: process.platform,
  hid: use => listHid(use),
}

/**
 * Everything that is attached over one of `transports`. What cannot be listed
 * on this machine is left out; never rejects.
 */
export async function listAttached(
  transports: readonly Transport[],
  { roots, platform, hid }: Machine = thisMachine,
): Promise<Attached[]> {
  const isWindows = platform === 'win32'
  const lists: Record<Transport, () => Seen[] | Promise<Seen[]>> = {
    serial: () => (isWindows ? listWindowsPorts() : listSerialPorts(roots)),
    hid: () => hid('scanners'),
    keyboard: () => (isWindows ? hid('keyboards') : listKeyboards(roots)),
  }
  const seen = await Promise.all(transports.map(async over => lists[over]()))
  return seen.flat().map(withDriver)
}

function withDriver({ isScanner, ...seen }: Seen): Attached {
  const driver = driverOf(seen.over, seen.usb, isScanner)
  return driver ? { ...seen, driver } : seen
}
