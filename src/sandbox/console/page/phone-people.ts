/**
 * Whose phone it is.
 * @module
 */
import { type Child, el } from './dom.js'
import { inSpace } from './space.js'
import { say } from './texts.js'
import type { People, PersonShown } from './types.js'

/** A link to everybody, and a choice of those who stand for an answer. */
export function choosePerson(
  { people, magic }: People,
  shown: string | undefined,
): HTMLElement {
  return el(
    'nav',
    { 'aria-label': say('console.people') },
    el(
      'ul',
      { class: 'chips' },
      ...people.map(person => el('li', {}, linkTo(person, shown))),
      el('li', {}, chooseAnswer(magic, shown)),
    ),
  )
}

function linkTo({ id, userName, active }: PersonShown, shown?: string): Child {
  const current = id === shown && 'page'
  return el(
    'a',
    { href: phoneOf(id), 'aria-current': current, title: userName },
    userName,
    !active &&
      el('span', { class: 'soft' }, ` ${say('console.phone.new-person')}`),
  )
}

function chooseAnswer(magic: People['magic'], shown: string | undefined) {
  const choose: HTMLSelectElement = el(
    'select',
    {
      class: magic.some(({ id }) => id === shown) && 'chosen',
      'aria-label': say('console.phone.answers'),
    },
    el('option', { value: '' }, say('console.phone.answers')),
    ...magic.map(({ id, message }) =>
      el('option', { value: id, selected: id === shown }, `${id} ${message}`),
    ),
  )
  choose.addEventListener('change', () => {
    if (choose.value) location.assign(phoneOf(choose.value))
  })
  return choose
}

function phoneOf(id: string): string {
  return inSpace(`/console/phone/${encodeURIComponent(id)}`)
}
