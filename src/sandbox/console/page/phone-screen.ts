/**
 * One person's phone: the picture, the same as text, and codes that are not
 * good.
 * @module
 */
import { ask } from './api.js'
import { el, main, show } from './dom.js'
import { doing } from './notice.js'
import { button, card, choice, copyable, field } from './parts.js'
import { type Issued, QrView } from './phone-qr.js'
import { say, sayAny } from './texts.js'
import type { Person } from './types.js'

/** Read more easily, and copied as one piece all the same. */
const GROUP = /.{1,4}/g

/** Kinds of code that a person may show, the good one first. */
const KINDS = ['medical', 'used', 'expired', 'unknown', 'payment'] as const

/** Shows the phone of `person` and a first code on it. */
export async function showPhone(person: Person): Promise<void> {
  const large = el('div', {})
  const kind = choice(
    'kind',
    KINDS.map(name => [name, sayAny(`console.code.${name}`) ?? name]),
  )
  const renew = async () => {
    const issued = await ask<Issued>('POST', '/sandbox/codes', {
      person: person.id,
      kind: kind.value,
    })
    qr.show(issued)
    show(large, ...asText(issued.code))
  }
  const qr = new QrView(doing(renew))
  main().append(
    el(
      'div',
      { class: 'phone-page' },
      el(
        'section',
        { class: 'phone', 'aria-label': say('console.phone') },
        el(
          'div',
          { class: 'phone-top' },
          el('h2', {}, say('console.phone.credential')),
          el('p', {}, person.userName),
        ),
        el('div', { class: 'phone-face' }, qr.button, qr.countDown),
      ),
      el(
        'div',
        { class: 'stack' },
        card(say('console.phone.as-text'), large),
        card(
          say('console.phone.other-kind'),
          el(
            'div',
            { class: 'row ends' },
            field(say('console.phone.kind'), kind),
            button(say('console.phone.new'), renew, { class: 'primary' }),
          ),
        ),
      ),
    ),
  )
  await renew()
}

function asText(code: string) {
  const groups = code.match(GROUP) ?? []
  return [
    el('span', { class: 'large-code', id: 'code' }, groups.join(' ')),
    copyable(code, say('console.phone.the-code')),
  ]
}
