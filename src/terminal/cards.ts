/**
 * The network interfaces of this machine, and which of them are cards.
 * @module
 */
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'
import { canonicalMac } from '../dictionary/mac-address.js'
import { canonicalIp } from './address.js'
import { type Kernel, readKernel } from './kernel.js'
import { type Aside, asideOf } from './software-adapters.js'

/** An interface other than the loopback. */
export interface Card {
  name: string
  /** Canonical. */
  mac: string
  /** Canonical, in the system's order; none while no cable is in. */
  addresses: string[]
  /** Those that will be another tomorrow (RFC 8981), as far as is known. */
  temporary: string[]
  /** Whether it is a device; undefined where the system does not tell. */
  hardware: boolean | undefined
  /** Why it is not taken for the terminal's card, if so. */
  aside: Aside | undefined
}

export type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>

/**
 * Every interface but the loopback, in the system's order; then, on Linux,
 * those that have no address at the moment. Never throws.
 */
export function readCards(
  interfaces: () => Interfaces = networkInterfaces,
  kernel = readKernel(),
): Card[] {
  const listed = listInterfaces(interfaces(), kernel.devices)
  const { devices, temporary } = kernel
  // In a container the kernel's files may be those of another network.
  const same = listed.every(({ name, mac }) => devices.get(name)?.mac === mac)
  const known = same ? devices : new Map<string, never>()
  const silent = [...known].map(([name, { mac, loopback }]) => ({
    ...{ name, mac, internal: loopback, addresses: [] },
  }))
  const names = new Set(listed.map(({ name }) => name))
  return [...listed, ...silent.filter(({ name }) => !names.has(name))]
    .filter(({ internal }) => !internal)
    .map(({ name, mac, addresses }) => ({
      ...{ name, mac, addresses },
      temporary: addresses.filter(address => temporary.has(address)),
      hardware: known.get(name)?.hardware,
      aside: asideOf(name, mac),
    }))
}

/** Many calls at once need not look at the same cards each. */
const REMEMBER_MS = 1000

/** Reads the cards again once what is known of them is a second old. */
export function rememberCards(
  read: () => Card[] = readCards,
  clock: () => number = () => performance.now(),
): () => Card[] {
  let known: { cards: Card[]; at: number } | undefined
  return () => {
    const now = clock()
    if (!known || now - known.at >= REMEMBER_MS) {
      known = { cards: read(), at: now }
    }
    return known.cards
  }
}

interface Listed {
  name: string
  mac: string
  internal: boolean
  addresses: string[]
}

/** A further address may have a name of its own: eth0:1. */
function listInterfaces(
  interfaces: Interfaces,
  devices: Kernel['devices'],
): Listed[] {
  const listed = new Map<string, Listed>()
  for (const [label, entries = []] of Object.entries(interfaces)) {
    const [base = ''] = label.split(':')
    const name = devices.has(base) ? base : label
    const addresses = entries.map(({ address }) => canonicalIp(address))
    const before = listed.get(name)?.addresses ?? []
    listed.set(name, {
      name,
      mac: canonicalMac(entries[0]?.mac ?? ''),
      internal: entries.some(entry => entry.internal),
      addresses: [...before, ...addresses],
    })
  }
  return [...listed.values()]
}
