/**
 * The drivers by the name that `scanner.driver` has for them. An id that
 * several have (1eab) belongs to the first.
 * @module
 */
import type { Driver, Transport } from '../driver.js'
import { datalogic } from './datalogic.js'
import { grow } from './grow.js'
import { hidPos, honeywellHid, newlandHid } from './hid-pos.js'
import { honeywell } from './honeywell.js'
import { keyboard } from './keyboard.js'
import { newland } from './newland.js'
import { newlandLegacy } from './newland-legacy.js'
import { plain } from './plain.js'
import { rCmd, sCmd } from './r-cmd.js'
import { ssi } from './ssi.js'
import { vguang } from './vguang.js'

export const DRIVERS = {
  'newland-legacy': newlandLegacy,
  newland,
  honeywell,
  ssi,
  grow,
  vguang,
  datalogic,
  'r-cmd': rCmd,
  's-cmd': sCmd,
  plain,
  'hid-pos': hidPos,
  'newland-hid': newlandHid,
  'honeywell-hid': honeywellHid,
  keyboard,
} satisfies Record<string, Driver>

export type DriverName = keyof typeof DRIVERS

export const DRIVER_NAMES = Object.keys(DRIVERS) as [
  DriverName,
  ...DriverName[],
]

/** What a device is told, and how it is heard, where its family is unknown. */
export const USUAL: Record<Transport, DriverName> = {
  serial: 'plain',
  hid: 'hid-pos',
  keyboard: 'keyboard',
}

interface Ids {
  vendor: string
  product: string
}

/**
 * The driver of the family that a device surely belongs to: by its USB ids, or
 * because it says itself that it is a scanner.
 */
export function driverOf(
  over: Transport,
  usb: Ids | undefined,
  isScanner = false,
): DriverName | undefined {
  const known = DRIVER_NAMES.find(name => {
    const driver: Driver = DRIVERS[name]
    return (driver.over ?? 'serial') === over && usb && isOf(driver, usb)
  })
  return known ?? (isScanner ? USUAL[over] : undefined)
}

/**
 * The drivers that tell a device of `vendor` something. Which of them knows one
 * of its products, if any, is for the product's manual to say.
 */
export function driversOfMaker(over: Transport, vendor: string): DriverName[] {
  return DRIVER_NAMES.filter(name => {
    const driver: Driver = DRIVERS[name]
    const isSame = (driver.over ?? 'serial') === over && driver.trigger
    return isSame && driver.usb.some(id => id.vendor === vendor)
  })
}

function isOf(driver: Driver, { vendor, product }: Ids): boolean {
  return driver.usb.some(
    id => id.vendor === vendor && (id.product?.test(product) ?? true),
  )
}
