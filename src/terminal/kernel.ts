/**
 * What Linux tells of network interfaces beyond what Node does.
 * @module
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalMac } from '../dictionary/mac-address.js'
import { canonicalIp } from './address.js'

export interface Device {
  mac: string
  /** Whether it hangs on a bus, as cards do and software does not. */
  hardware: boolean
  loopback: boolean
}

export interface Kernel {
  /** By name. */
  devices: ReadonlyMap<string, Device>
  /** IPv6 addresses that change with time, canonical. */
  temporary: ReadonlySet<string>
}

/** ARPHRD_LOOPBACK of if_arp.h. */
const LOOPBACK_TYPE = '772'
/** IFA_F_TEMPORARY of if_addr.h. */
const TEMPORARY_FLAG = 0x01

/** What is there to be read: nothing on other systems. Never throws. */
export function readKernel(
  sysfs = '/sys/class/net',
  ifInet6 = '/proc/net/if_inet6',
): Kernel {
  const names = attempt(() => readdirSync(sysfs)) ?? []
  const devices = names.flatMap((name): [string, Device][] => {
    const folder = join(sysfs, name)
    const mac = read(join(folder, 'address'))
    if (mac === undefined) return []
    const hardware = existsSync(join(folder, 'device'))
    const loopback = read(join(folder, 'type')) === LOOPBACK_TYPE
    return [[name, { mac: canonicalMac(mac), hardware, loopback }]]
  })
  const lines = read(ifInet6)?.split('\n') ?? []
  return {
    devices: new Map(devices),
    temporary: new Set(lines.flatMap(temporaryAddress)),
  }
}

/** A line is: 32 digits, index, length of prefix, scope, flags, name. */
function temporaryAddress(line: string): string[] {
  const [digits = '', , , , flags = ''] = line.split(/ +/)
  const groups = digits.match(/.{4}/g)
  const isTemporary = (Number.parseInt(flags, 16) & TEMPORARY_FLAG) !== 0
  return groups && isTemporary ? [canonicalIp(groups.join(':'))] : []
}

function read(path: string): string | undefined {
  return attempt(() => readFileSync(path, 'utf8').trim())
}

/** An interface may leave while it is looked at. */
function attempt<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch {
    return undefined
  }
}
