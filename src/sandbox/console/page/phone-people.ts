/**
 * Whose phone it is.
 * @module
 */
import { el } from './dom.js'
import { say } from './texts.js'
import type { Person } from './types.js'

/** A link for everybody; `shown` is marked. */
export function choosePerson(
  people: readonly Person[],
  shown: Person | undefined,
): HTMLElement {
  const links = people.map(person =>
    el(
      'li',
      {},
      el(
        'a',
        {
          href: `/console/phone/${encodeURIComponent(person.id)}`,
          'aria-current': person === shown && 'page',
        },
        person.userName,
      ),
    ),
  )
  return el(
    'nav',
    { 'aria-label': say('console.people') },
    el('ul', { class: 'chips' }, ...links),
  )
}
