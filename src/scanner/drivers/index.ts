/**
 * The drivers by the name that `scanner.driver` has for them. An id that
 * several have (1eab) belongs to the first.
 * @module
 */
import type { Driver } from '../driver.js'
import { datalogic } from './datalogic.js'
import { grow } from './grow.js'
import { honeywell } from './honeywell.js'
import { newland } from './newland.js'
import { newlandLegacy } from './newland-legacy.js'
import { plain } from './plain.js'
import { rCmd, sCmd } from './r-cmd.js'
import { ssi } from './ssi.js'
import { vguang } from './vguang.js'

export const DRIVERS = {
  plain,
  'newland-legacy': newlandLegacy,
  newland,
  honeywell,
  ssi,
  grow,
  vguang,
  datalogic,
  'r-cmd': rCmd,
  's-cmd': sCmd,
} satisfies Record<string, Driver>

export type DriverName = keyof typeof DRIVERS

export const DRIVER_NAMES = Object.keys(DRIVERS) as [
  DriverName,
  ...DriverName[],
]
