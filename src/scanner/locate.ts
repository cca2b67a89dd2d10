/**
 * Which of the attached devices a configured scanner is, at this moment: by
 * path, by USB id and serial number, or because it is the only one. Nothing is
 * opened, so nobody is sent bytes of a family that is not his.
 * @module
 */
import { Failure } from '../failure.js'
import { explainAbsence } from './absence.js'
import {
  type Attached,
  listAttached,
  type Machine,
  thisMachine,
} from './attached/attached.js'
import { leadsTo } from './attached/roots.js'
import { type Driver, TRANSPORTS, type Transport } from './driver.js'
import { DRIVERS, type DriverName, USUAL } from './drivers/index.js'
import type { Device } from './reading.js'
import { AUTO, describe, type Wanted } from './wanted.js'

/** A device, or why there is none. */
export type Found = Device | Failure

/** The device of each of `wanted`, in their order. Never rejects. */
export async function findDevices(
  wanted: readonly Wanted[],
  machine: Machine = thisMachine,
): Promise<Found[]> {
  const transports = TRANSPORTS.filter(over => wanted.some(concerns(over)))
  const attached = await listAttached(transports, machine)
  const named = wanted.map(one =>
    isAny(one) ? undefined : locate(one, attached, machine),
  )
  const taken = named.flatMap(found =>
    found === undefined || found instanceof Failure ? [] : [found.port.path],
  )
  const rest = attached.filter(({ path }) => !taken.includes(path))
  return wanted.map((one, at) => named[at] ?? locate(one, rest, machine))
}

/** Where the list of `over` must be looked at to find a scanner. */
function concerns(over: Transport): (wanted: Wanted) => boolean {
  return ({ path, usb, driver }) => {
    if (path === AUTO) return true
    const isTold = driver === AUTO || DRIVERS[driver] !== DRIVERS.plain
    return transportOf(path) === over && (usb !== '' || isTold)
  }
}

function isAny({ path, usb }: Wanted): boolean {
  return path === AUTO && usb === ''
}

/** The device that `wanted` is, or why there is none. */
export function locate(
  wanted: Wanted,
  attached: readonly Attached[],
  { roots, platform }: Machine = thisMachine,
): Found {
  const found = find(wanted, attached)
  if (found instanceof Failure) return explainAbsence(found, roots)
  const isTyping = found.port.over === 'keyboard'
  if (!isTyping || platform !== 'win32') return found
  return new Failure('scanner-keyboard', { path: found.port.path })
}

function find(wanted: Wanted, attached: readonly Attached[]): Found {
  if (wanted.path !== AUTO) return atPath(wanted, attached)
  const fitting = attached.filter(
    one => (isAny(wanted) ? one.driver : true) && isOfId(wanted, one),
  )
  const [first, ...others] = ways(fitting)
  if (!first) return absence(wanted)
  if (others.length === 0) return deviceOf(wanted, first)
  const list = [first, ...others].map(({ path }) => path).join(', ')
  return new Failure('scanner-several', { list })
}

function absence(wanted: Wanted): Failure {
  if (isAny(wanted)) return new Failure('scanner-none')
  return new Failure('scanner-missing', { usb: describe(wanted) })
}

function atPath(wanted: Wanted, attached: readonly Attached[]): Found {
  const { path, usb } = wanted
  const there = attached.find(one => isAt(path, one))
  if (!there && usb) return new Failure('scanner-absent', { path })
  if (!there) return deviceOf(wanted, { over: transportOf(path), path })
  if (isOfId(wanted, there)) return deviceOf(wanted, { ...there, path })
  const found = idOf(there)
  return new Failure('scanner-other', { path, usb, found })
}

/** Case does not matter to Windows, and a link is what it leads to. */
function isAt(path: string, { path: port, names }: Attached): boolean {
  if (port.toLowerCase() === path.toLowerCase()) return true
  if (names.includes(path)) return true
  const target = leadsTo(path)
  return target !== undefined && target === leadsTo(port)
}

function isOfId({ usb, serial }: Wanted, { usb: id }: Attached): boolean {
  const isId = usb === '' || usb === `${id?.vendor}:${id?.product}`
  return isId && (serial === '' || serial === id?.serial)
}

/**
 * Each device once, where it shows itself in several ways: a composite one is
 * read as a scanner, not as the keyboard that it also is.
 */
function ways(fitting: readonly Attached[]): Attached[] {
  const best = new Map<string, Transport>()
  for (const over of TRANSPORTS) {
    for (const one of fitting.filter(one => one.over === over)) {
      if (!best.has(idOf(one))) best.set(idOf(one), over)
    }
  }
  return fitting.filter(one => best.get(idOf(one)) === one.over)
}

function idOf({ usb, path }: Attached): string {
  if (!usb) return path
  return [usb.vendor, usb.product, usb.serial].filter(Boolean).join(':')
}

function deviceOf(
  wanted: Wanted,
  there: Pick<Attached, 'over' | 'path' | 'driver' | 'usb'>,
): Found {
  const { over, path } = there
  const own = there.driver ?? USUAL[over]
  const name = wanted.driver === AUTO ? own : wanted.driver
  const driver: Driver = DRIVERS[name]
  const isOther = there.driver !== undefined && !isAkin(name, there)
  if (isOther || (driver.over ?? 'serial') !== over) {
    return new Failure('scanner-mismatch', { path, driver: name, found: own })
  }
  return {
    port: { path, over, baudRate: wanted.baudRate || driver.baudRate },
    driver,
    framing: wanted.framing,
  }
}

/** Whether a device may be told what the driver `wanted` tells. */
function isAkin(
  wanted: DriverName,
  { driver, usb }: Pick<Attached, 'driver' | 'usb'>,
): boolean {
  const { trigger, usb: known }: Driver = DRIVERS[wanted]
  return (
    wanted === driver ||
    trigger === undefined ||
    known.some(({ vendor }) => vendor === usb?.vendor)
  )
}

/** What kind of device a path is one of. */
function transportOf(path: string): Transport {
  if (/hidraw\d+$|^\\\\[.?]\\hid#/i.test(path)) return 'hid'
  return /\/input\//.test(path) ? 'keyboard' : 'serial'
}
