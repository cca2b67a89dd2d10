/**
 * What was compared, rule by rule, and what was almost right.
 * @module
 */
import { el } from './dom.js'
import { say } from './texts.js'
import type { Explanation, NearMiss } from './types.js'

type Step = Explanation['compared'][number]

/** Each comparison in order, with what the rule asks for where it failed. */
export function comparedList(steps: readonly Step[]): HTMLElement {
  return el(
    'details',
    { open: true },
    el('summary', {}, say('console.requests.compared')),
    el('ol', { class: 'checks' }, ...steps.map(compared)),
  )
}

function compared({ clause, what, ok, expected, found }: Step): HTMLElement {
  return el(
    'li',
    {},
    el(
      'span',
      { class: ok ? 'badge good' : 'badge bad' },
      say(ok ? 'console.requests.kept' : 'console.requests.broken'),
    ),
    ' ',
    what,
    ' ',
    el('span', { class: 'soft small' }, clause),
    !ok &&
      el(
        'dl',
        { class: 'small' },
        ...row(say('console.requests.expected'), expected),
        ...row(say('console.requests.found'), found),
      ),
  )
}

function row(name: string, value: string | undefined) {
  if (value === undefined) return []
  return [el('dt', {}, name), el('dd', {}, el('code', {}, value))]
}

/** What was probably meant. */
export function nearMissList(misses: readonly NearMiss[]): HTMLElement {
  return el(
    'div',
    {},
    el('h2', {}, say('console.requests.near-misses')),
    el('ul', {}, ...misses.map(({ sentence }) => el('li', {}, sentence))),
  )
}
