/**
 * Which card and which address are this terminal's toward a platform.
 * @module
 */
import { isCardMac, NO_MAC } from '../dictionary/mac-address.js'
import { isLinkLocal, isLoopback, samePlace } from './address.js'
import type { Card } from './cards.js'

/** What the platform is told. */
export interface Choice {
  /** The name of the card; empty where the machine has none. */
  interface: string
  mac: string
  ip: string
}

export interface Preferences {
  /** The card that the configuration names. */
  wanted?: Card | undefined
  /** What was chosen before. */
  kept?: Choice | undefined
}

/** What a machine without any address says. */
const NO_IP = '127.0.0.1'

/**
 * The card and address that are used toward the platform, `local` being where
 * the system sends from. Where that is an adapter of software, such as a VPN,
 * the address is still what the platform sees, and the card is the best that
 * the machine has. Toward this very machine, or without a route, it is what
 * was chosen before or else the first card.
 */
export function choose(
  cards: readonly Card[],
  local: string | undefined,
  { wanted, kept }: Preferences = {},
): Choice {
  const used = cards.find(({ addresses }) =>
    addresses.some(address => address === local),
  )
  const card = wanted ?? cardOf(used, cards, kept?.mac)
  const ip =
    local && !isLoopback(local)
      ? lasting(local, used)
      : firstAddress(card, kept?.ip)
  const { name = '', mac = NO_MAC } = card ?? {}
  return { interface: name, mac, ip }
}

/** The card that `name` names, or whose MAC it is. */
export function findCard(
  cards: readonly Card[],
  name: string,
): Card | undefined {
  return cards.find(card => card.name === name || card.mac === name)
}

function cardOf(
  used: Card | undefined,
  cards: readonly Card[],
  kept: string | undefined,
): Card | undefined {
  if (used && !used.aside) return used
  const penalty = (card: Card) => [
    doubt(card),
    card.hardware === false ? 1 : 0,
    card === used ? 0 : 1,
    card.mac === kept ? 0 : 1,
    card.addresses.length > 0 ? 0 : 1,
  ]
  const least = (one: Card, other: Card) => {
    const theirs = penalty(other)
    const differences = penalty(one).map((mine, at) => mine - (theirs[at] ?? 0))
    return differences.find(difference => difference !== 0) ?? 0
  }
  return cards.filter(({ mac }) => isCardMac(mac)).sort(least)[0] ?? used
}

/** A local MAC alone may be that of a card: of a container, of private Wi-Fi. */
function doubt({ aside }: Card): number {
  if (!aside) return 0
  return aside === 'software-mac' ? 1 : 2
}

/** In place of a temporary address one of the same network that stays. */
function lasting(local: string, card: Card | undefined): string {
  if (!card?.temporary.includes(local)) return local
  const stays = card.addresses.find(
    address => samePlace(address, local) && !card.temporary.includes(address),
  )
  return stays ?? local
}

function firstAddress(card: Card | undefined, kept: string | undefined) {
  const addresses = card?.addresses ?? []
  const wide = addresses.filter(address => !isLinkLocal(address))
  return (
    addresses.find(address => address === kept) ??
    wide.find(address => !address.includes(':')) ??
    wide.find(address => !card?.temporary.includes(address)) ??
    wide[0] ??
    addresses[0] ??
    NO_IP
  )
}
