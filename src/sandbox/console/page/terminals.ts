/**
 * The terminals that are registered (XJ-D01-2019, 2.8), and what the
 * management centre does with them.
 * @module
 */
import { ask } from './api.js'
import { el, main, show } from './dom.js'
import { on, onAnew } from './live.js'
import { attempt } from './notice.js'
import { button, choice, field } from './parts.js'
import { soon } from './soon.js'
import { terminalItem } from './terminals-item.js'
import { say, sayAny } from './texts.js'
import type { TerminalPage, TerminalState, TerminalView } from './types.js'

const STATES: readonly TerminalState[] = [
  'applied',
  'active',
  'suspended',
  'rejected',
  'retired',
]

let terminals: TerminalView[] = []
/** Where the next page begins; null for the last. */
let next: string | null = null

const words = el('input', {
  type: 'search',
  placeholder: say('console.terminals.filter-what'),
})
const state = choice('state', [
  ['', say('console.any')],
  ...STATES.map(name => [name, stateName(name)] as const),
])
const list = el('ul', { class: 'things' })
const all = el('section', { class: 'card' }, list)
const none = el('p', { class: 'card empty' }, say('console.terminals.none'))
const more = button(say('console.more'), () => load(next))

main().append(
  el(
    'div',
    { class: 'stack' },
    el(
      'div',
      { class: 'fields' },
      field(say('console.requests.filter'), words),
      field(say('console.terminals.state'), state),
    ),
    none,
    all,
    el('p', {}, more),
  ),
)

const refresh = () => attempt(() => load(null))
words.addEventListener('input', soon(refresh))
state.addEventListener('change', refresh)
on('registry', soon(refresh))
onAnew(refresh)

/** Adds the page behind `after`; null for the first, which replaces all. */
async function load(after: string | null) {
  const query = new URLSearchParams()
  if (words.value.trim()) query.set('q', words.value.trim())
  if (state.value) query.set('state', state.value)
  const found = after ? terminals : []
  next = after
  // Of a large registry a page may be empty, and yet not the last.
  for (let more = true; more; ) {
    if (next) query.set('after', next)
    const page = await ask<TerminalPage>('GET', `/registry/terminals?${query}`)
    terminals = [...found, ...page.terminals]
    next = page.next
    more = page.terminals.length === 0 && next !== null
  }
  show(list, ...terminals.map(one => terminalItem(one, refresh)))
  all.hidden = terminals.length === 0
  none.hidden = terminals.length > 0
  more.hidden = next === null
}

function stateName(name: TerminalState): string {
  return sayAny(`console.terminals.${name}`) ?? name
}
