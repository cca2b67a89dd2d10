/**
 * The provinces' platforms: where each is reached, how many requests it takes,
 * and what it was told by others.
 * @module
 */
import { ask } from './api.js'
import { el, main, show } from './dom.js'
import { on, onAnew } from './live.js'
import { attempt } from './notice.js'
import { platformCard } from './platforms-card.js'
import { soon } from './soon.js'
import { say } from './texts.js'
import type { People, Provinces } from './types.js'

const cards = el('div', { class: 'columns' })
main().append(el('p', { class: 'soft' }, say('console.platforms.what')), cards)

attempt(async () => {
  const { people, magic } = await ask<People>('GET', '/sandbox/people')
  const names = new Map(
    [...people, ...magic].map(({ idNo, userName }) => [idNo, userName]),
  )
  const { provinces } = await ask<Provinces>('GET', '/sandbox/platforms')
  const all = new Map(
    provinces.map(one => [one.digits, platformCard(one, provinces, names)]),
  )
  show(cards, ...[...all.values()].map(({ element }) => element))
  const refresh = () =>
    attempt(async () => {
      const { provinces } = await ask<Provinces>('GET', '/sandbox/platforms')
      for (const one of provinces) all.get(one.digits)?.update(one)
    })
  for (const type of ['request', 'platform'] as const) on(type, soon(refresh))
  onAnew(refresh)
})
