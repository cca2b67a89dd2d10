/**
 * The menu of spaces, on every page: which there are, what is in each, and
 * the way to another.
 * @module
 */
import { ask } from './api.js'
import { askLine } from './ask-line.js'
import { byId, el, show } from './dom.js'
import { attempt } from './notice.js'
import { button } from './parts.js'
import { inSpace, space } from './space.js'
import { say } from './texts.js'
import type { SpaceSummary } from './types.js'

/** As the sandbox has it. */
const NAME = { pattern: '[A-Za-z0-9][\\w.\\-]{0,63}', maxlength: 64 }

/** A request has its number in its own space only. */
const DETAIL = /(?<=^\/console\/requests)\/.*/

const menu = byId('spaces')
const list = el('ul', {})
menu.append(
  el(
    'div',
    { class: 'spaces-open' },
    el('p', { class: 'soft small' }, say('console.space.what')),
    list,
    button(say('console.space.new'), openAnother, { class: 'quiet' }),
  ),
)
menu.addEventListener('toggle', () => {
  if (menu.hasAttribute('open')) attempt(refresh)
})
menu.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || !menu.hasAttribute('open')) return
  menu.removeAttribute('open')
  menu.querySelector('summary')?.focus()
})
document.addEventListener('pointerdown', ({ target }) => {
  const inside = target instanceof Node && menu.contains(target)
  if (!inside) menu.removeAttribute('open')
})

async function refresh() {
  const { spaces } = await ask<{ spaces: SpaceSummary[] }>(
    'GET',
    '/sandbox/spaces',
  )
  show(list, ...spaces.map(item))
}

function item({ name, requests, faults, frozen }: SpaceSummary) {
  const holds = say('console.space.holds', { requests, faults })
  return el(
    'li',
    {},
    el(
      'a',
      {
        href: inSpace(here(), name),
        'aria-current': name === space && 'true',
      },
      el('span', {}, name || say('console.space.common')),
      el(
        'span',
        { class: 'small' },
        [holds, frozen && say('console.clock.stands')]
          .filter(Boolean)
          .join(' · '),
      ),
    ),
  )
}

async function openAnother() {
  const title = say('console.space.new')
  const name = await askLine(title, say('console.space.name'), NAME)
  if (name !== undefined) location.assign(inSpace(here(), name))
}

function here(): string {
  return location.pathname.replace(DETAIL, '')
}
