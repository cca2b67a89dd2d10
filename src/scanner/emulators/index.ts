/**
 * The devices that can be played, by name: as they leave the factory, and with
 * blocks or packets switched on.
 * @module
 */
import type { DriverName } from '../drivers/index.js'
import { datalogic } from './datalogic.js'
import type { Family } from './family.js'
import { grow } from './grow.js'
import { honeywell, honeywellBlock } from './honeywell.js'
import { lines } from './lines.js'
import { newland } from './newland.js'
import { newlandLegacy } from './newland-legacy.js'
import { rCmd, sCmd } from './r-cmd.js'
import { ssi, ssiPackets } from './ssi.js'
import { vguang } from './vguang.js'

/** A device, and the driver that a host needs for it. */
export interface Model {
  family: Family
  driver: DriverName
}

export const MODELS = {
  plain: { family: { commands: {}, frames: lines('\r') }, driver: 'plain' },
  newland: { family: newland, driver: 'newland' },
  'newland-legacy': { family: newlandLegacy, driver: 'newland-legacy' },
  honeywell: { family: honeywell, driver: 'honeywell' },
  'honeywell-block': { family: honeywellBlock, driver: 'honeywell' },
  ssi: { family: ssi, driver: 'ssi' },
  'ssi-packets': { family: ssiPackets, driver: 'ssi' },
  grow: { family: grow, driver: 'grow' },
  vguang: { family: vguang, driver: 'vguang' },
  datalogic: { family: datalogic, driver: 'datalogic' },
  'r-cmd': { family: rCmd, driver: 'r-cmd' },
  's-cmd': { family: sCmd, driver: 's-cmd' },
} satisfies Record<string, Model>

export type ModelName = keyof typeof MODELS

export const MODEL_NAMES = Object.keys(MODELS) as ModelName[]
