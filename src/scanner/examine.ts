/**
 * What a technician wants to know of what is attached: what it is, whether a
 * call arms it, who has it, and what is in the way. Nothing is opened.
 * @module
 */
import { accessSync, constants } from 'node:fs'
import { Failure } from '../failure.js'
import { explainAbsence, portlessDevices } from './absence.js'
import {
  type Attached,
  listAttached,
  type Machine,
  thisMachine,
} from './attached/attached.js'
import { leadsTo } from './attached/roots.js'
import { TRANSPORTS } from './driver.js'
import { type DriverName, driversOfMaker, USUAL } from './drivers/index.js'
import { findDevices } from './locate.js'
import { deniedFailure, heldFailure } from './open-failure.js'
import { holderOf, type Program } from './processes.js'
import { describe, type Wanted } from './wanted.js'

export interface Examined extends Attached {
  /** Whether a call would arm it. */
  armed: boolean
  /** Its maker's drivers, where it is told nothing: one may be named. */
  untold?: readonly DriverName[]
  /** Who has it open, as far as that can be seen. */
  holder?: Program
  /** What is in the way of reading it. */
  problem?: Failure
}

export interface Examination {
  /** Empty `path`: a USB device that should have a port and has none. */
  attached: Examined[]
  /** Each scanner that is configured, and why it cannot be found. */
  wanted: { name: string; path?: string; problem?: Failure }[]
}

/** Examines this machine for `wanted`. */
export async function examineScanners(
  wanted: readonly Wanted[],
  machine: Machine = thisMachine,
): Promise<Examination> {
  const found = await findDevices(wanted, machine)
  const paths = found.flatMap(one =>
    one instanceof Failure ? [] : [one.port.path],
  )
  const isArmed = (one: Attached) =>
    paths.some(path => path === one.path || leadsTo(path) === leadsTo(one.path))
  const all = await listAttached(TRANSPORTS, machine)
  const attached = all.map(one => ({
    ...one,
    armed: isArmed(one),
    ...untoldDrivers(one),
    ...hindrance(one, machine),
  }))
  return {
    attached: [...attached, ...withoutPort(machine)],
    wanted: found.map((one, at) => {
      const name = nameOf(wanted[at])
      if (one instanceof Failure) return { name, problem: one }
      return { name, path: one.port.path }
    }),
  }
}

function nameOf(wanted: Wanted | undefined): string {
  return wanted ? describe(wanted) : ''
}

function untoldDrivers({ over, usb, driver }: Attached) {
  const names = usb ? driversOfMaker(over, usb.vendor) : []
  return driver === USUAL[over] && names.length > 0 ? { untold: names } : {}
}

/** Only Linux tells without opening. */
function hindrance(one: Attached, { roots, platform }: Machine) {
  const { over, path } = one
  if (platform === 'win32') {
    if (over !== 'keyboard') return {}
    return { problem: new Failure('scanner-keyboard', { path }) }
  }
  const holder = holderOf(path, roots)
  if (holder) return { holder, problem: heldFailure(path, undefined, roots) }
  const { R_OK, W_OK } = constants
  try {
    accessSync(path, over === 'keyboard' ? R_OK : R_OK | W_OK)
    return {}
  } catch (error) {
    return { problem: deniedFailure(path, error, roots) }
  }
}

function withoutPort({ roots, platform }: Machine): Examined[] {
  if (platform === 'win32') return []
  return portlessDevices(roots).map(({ usb, ...device }) => {
    const id = `${usb.vendor}:${usb.product}`
    const missing = new Failure('scanner-portless', { usb: id })
    const problem = explainAbsence(missing, roots)
    const none = { over: 'serial', path: '', names: [], armed: false } as const
    return { ...none, ...device, usb, problem }
  })
}
