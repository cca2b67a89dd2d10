/**
 * One person's phone: the picture, the same as text, and codes that are not
 * good.
 * @module
 */
import { ask } from './api.js'
import { el, main, show } from './dom.js'
import { doing } from './notice.js'
import { button, card, choice, codeBadge, copyButton, field } from './parts.js'
import { counterCard } from './phone-counter.js'
import { type Issued, QrView } from './phone-qr.js'
import { onUse } from './phone-uses.js'
import { say, sayAny, timeOfDay } from './texts.js'
import type { Person, RequestSummary } from './types.js'

/** Read more easily, and copied as one piece all the same. */
const GROUP = /.{1,4}/g

/** Kinds of code that a person may show, the good one first. */
const KINDS = ['medical', 'used', 'expired', 'unknown', 'payment'] as const

/** Shows the phone of `person` and a first code on it. */
export async function showPhone(person: Person): Promise<void> {
  const large = el('div', {})
  let code = ''
  const kind = choice(
    'kind',
    KINDS.map(name => [name, sayAny(`console.code.${name}`) ?? name]),
  )
  const renew = async () => {
    const issued = await ask<Issued>('POST', '/sandbox/codes', {
      person: person.id,
      kind: kind.value,
    })
    code = issued.code
    qr.show(issued)
    show(large, ...asText(issued.code))
  }
  const qr = new QrView(doing(renew))
  const uses = el('ul', { class: 'things', 'aria-live': 'polite' })
  onUse(
    () => code,
    request => {
      if (request.code === 0) qr.end('used')
      uses.prepend(useLine(request))
    },
  )
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
        el('div', { class: 'phone-rest' }, uses),
      ),
      el(
        'div',
        { class: 'stack' },
        card(say('console.phone.as-text'), large),
        counterCard(() => code),
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

/** What a counter was told about the code, as the person would see it. */
function useLine({ id, at, orgId, code }: RequestSummary): HTMLElement {
  return el(
    'li',
    { class: 'row apart small' },
    el('span', { class: 'soft' }, `${timeOfDay(at)} ${orgId}`),
    codeBadge(code),
    el('a', { href: `/console/requests/${id}` }, `#${id}`),
  )
}

/** Whoever marks it by hand copies no blanks: they are only looked at. */
function asText(code: string) {
  const groups = code.match(GROUP) ?? []
  return [
    el(
      'p',
      { class: 'large-code', id: 'code' },
      ...groups.map(group => el('span', {}, group)),
    ),
    copyButton(code, say('console.phone.the-code')),
  ]
}
