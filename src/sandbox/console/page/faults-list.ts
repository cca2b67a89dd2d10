/**
 * The faults that are set, each with what is left of it.
 * @module
 */
import { ask, step } from './api.js'
import { type Child, el } from './dom.js'
import { describeFault } from './faults-kinds.js'
import { on, onAnew } from './live.js'
import { attempt } from './notice.js'
import { button, card, copyable } from './parts.js'
import { soon } from './soon.js'
import { say } from './texts.js'
import type { Fault } from './types.js'

const CRITERIA = ['route', 'transType', 'termId', 'orgId'] as const

/** A card that follows the sandbox. */
export function faultList(): HTMLElement {
  const list = el('ul', { class: 'things' })
  const clear = button(
    say('console.fault.clear'),
    () => ask('DELETE', '/sandbox/faults'),
    { class: 'quiet' },
  )
  const none = el('p', { class: 'soft' }, say('console.fault.none'))
  const refresh = () =>
    attempt(async () => {
      const { faults } = await ask<{ faults: Fault[] }>(
        'GET',
        '/sandbox/faults',
      )
      list.replaceChildren(...faults.map(item))
      none.hidden = faults.length > 0
      clear.hidden = faults.length === 0
    })
  on('fault', soon(refresh))
  onAnew(refresh)
  return card(say('console.fault.set'), none, list, clear)
}

function item(fault: Fault): HTMLElement {
  const { id, struck, count, probability = 1, door } = fault
  const facts: Child[] = [
    el('b', {}, describeFault(fault.fault)),
    ...CRITERIA.flatMap(name =>
      fault[name] ? [el('code', { class: 'badge' }, fault[name])] : [],
    ),
    probability < 1 && el('span', { class: 'badge' }, `${probability * 100} %`),
    struck > 0 &&
      el(
        'span',
        { class: 'badge bad' },
        say('console.fault.struck', { struck }),
      ),
    count !== undefined &&
      el(
        'span',
        { class: 'badge warn' },
        say('console.fault.left', { left: count - struck }),
      ),
  ]
  const remove = button(
    say('console.remove'),
    () => ask('DELETE', `/sandbox/faults/${step(id)}`),
    {
      id: `remove-${id}`,
      'aria-label': `${say('console.remove')} #${id} ${describeFault(fault.fault)}`,
    },
  )
  return el(
    'li',
    { class: 'thing' },
    el('div', { class: 'row' }, ...facts),
    remove,
    door && copyable(door.url, 'URL'),
  )
}
