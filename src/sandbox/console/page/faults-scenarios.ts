/**
 * Situations by name, each set up at once.
 * @module
 */
import { ask, step } from './api.js'
import { el, show } from './dom.js'
import { noticeLeft } from './faults-left.js'
import { attempt, notice } from './notice.js'
import { button, card, copyable } from './parts.js'
import { say } from './texts.js'
import type { ScenarioSetUp, ScenarioSummary } from './types.js'

/** A card with every scenario, and the codes of the one that was set up. */
export function scenariosCard(): HTMLElement {
  const list = el('ul', { class: 'things' })
  const codes = el('div', { class: 'stack', 'aria-live': 'polite' })
  attempt(async () => {
    const { scenarios } = await ask<{ scenarios: ScenarioSummary[] }>(
      'GET',
      '/sandbox/scenarios',
    )
    list.append(...scenarios.map(one => item(one, codes)))
  })
  return card(
    say('console.scenarios'),
    el('p', { class: 'soft small' }, say('console.scenarios.what')),
    codes,
    list,
  )
}

function item({ name, about }: ScenarioSummary, codes: HTMLElement) {
  const label = say('console.scenarios.set-up')
  const setUp = async () => {
    const path = `/sandbox/scenarios/${step(name)}`
    const there = await ask<ScenarioSetUp>('POST', path)
    show(codes, ...codesOf(there))
    notice(say('console.scenarios.done', { name: about }))
    noticeLeft(there)
  }
  return el(
    'li',
    { class: 'thing' },
    el('span', { title: name }, about),
    button(label, setUp, { 'aria-label': `${label} ${about}` }),
  )
}

function codesOf({ about, codes }: ScenarioSetUp): HTMLElement[] {
  if (codes.length === 0) return []
  return [
    el('b', {}, say('console.scenarios.codes', { name: about })),
    ...codes.map(({ person, code }) => copyable(code, person)),
  ]
}
