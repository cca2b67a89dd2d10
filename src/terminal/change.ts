/**
 * What is different from the last time, by its name.
 * @module
 */
import { Failure } from '../failure.js'
import { samePlace } from './address.js'
import type { Card } from './cards.js'
import type { Choice } from './choose.js'

/**
 * How `now` differs from `before`, as the Failure it would be: the card is
 * another one and the old one is gone (terminal-card-changed), the way goes
 * over another card of the machine (terminal-way-changed: a dock, Wi-Fi in
 * place of the cable), or only the address is another
 * (terminal-address-changed). Undefined where it is the same terminal.
 */
export function changeOf(
  before: Choice,
  now: Choice,
  cards: readonly Card[],
): Failure | undefined {
  if (before.mac !== now.mac) {
    const stillThere = cards.some(({ mac }) => mac === before.mac)
    return new Failure(
      stillThere ? 'terminal-way-changed' : 'terminal-card-changed',
      { before: named(before), now: named(now) },
    )
  }
  if (samePlace(before.ip, now.ip)) return undefined
  const facts = { before: before.ip, now: now.ip }
  return new Failure('terminal-address-changed', facts)
}

/** For instance `eth0 f8:34:41:bd:e1:88`. */
export function named({ interface: name, mac }: Choice): string {
  return `${name} ${mac}`.trim()
}
