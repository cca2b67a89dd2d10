/**
 * 终端物理地址: a MAC in any notation that people and systems write.
 * @module
 */

/** As table 1 of XJ-D01-2019 prints it: f8:34:41:bd:e1:88. */
export const MAC = /^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/

/**
 * Pairs with : - . or a blank between them (Linux, Windows), groups of four
 * (Cisco) or six (HP), or none.
 */
const NOTATIONS = [
  /^[0-9a-f]{2}([:. -])[0-9a-f]{2}(\1[0-9a-f]{2}){4}$/,
  /^[0-9a-f]{4}([:. -])[0-9a-f]{4}\1[0-9a-f]{4}$/,
  /^[0-9a-f]{6}[:. -]?[0-9a-f]{6}$/,
]

/**
 * `text` as table 1 prints a MAC, or as it was where it is none. Full-width
 * characters, as a Chinese keyboard gives them, count as their plain ones.
 */
export function canonicalMac(text: string): string {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  if (!NOTATIONS.some(notation => notation.test(plain))) return text
  const digits = plain.replace(/[^0-9a-f]/g, '')
  return digits.match(/../g)?.join(':') ?? text
}

/** Whether a canonical MAC can be a card's: not zero and not of a group. */
export function isCardMac(mac: string): boolean {
  return MAC.test(mac) && mac !== NO_MAC && (firstByte(mac) & GROUP) === 0
}

/**
 * Whether a canonical MAC was given out by software and not by a card's maker
 * (IEEE 802, the local bit): virtual adapters, private Wi-Fi addresses.
 */
export function isLocallyAdministered(mac: string): boolean {
  return (firstByte(mac) & LOCAL) !== 0
}

/** What systems show for an interface without a card. */
export const NO_MAC = '00:00:00:00:00:00'

const GROUP = 0b01
const LOCAL = 0b10

function firstByte(mac: string): number {
  return Number.parseInt(mac.slice(0, 2), 16)
}
