/**
 * One person's phone, and what stands beside it.
 * @module
 */
import { ask, step } from './api.js'
import { type Child, el, main, show } from './dom.js'
import { on, onAnew } from './live.js'
import { attempt } from './notice.js'
import { card, codeBadge } from './parts.js'
import { activation } from './phone-activate.js'
import { channelsCard } from './phone-channels.js'
import { type Choices, chooseCode } from './phone-choices.js'
import { counterCard } from './phone-counter.js'
import { insuranceCard } from './phone-insurance.js'
import { QrView } from './phone-qr.js'
import { textCard } from './phone-text.js'
import { onUse } from './phone-uses.js'
import { soon } from './soon.js'
import { inSpace } from './space.js'
import { areaName, say, timeOfDay } from './texts.js'
import type {
  Channels,
  Issued,
  PersonWhole,
  Provinces,
  RequestSummary,
} from './types.js'

/** Shows the phone of the person `id`, and follows what becomes of it. */
export function showPhone(id: string, provinces: Provinces['provinces']): void {
  const top = el('div', { class: 'phone-top' })
  const face = el('div', { class: 'phone-face' })
  const code = el('div', { class: 'stack' })
  const authorised = el('div', {})
  const label = say('console.phone')
  const phone = el(
    'section',
    { class: 'phone', 'aria-label': label },
    top,
    face,
  )
  const insurance = insuranceCard(id, provinces)
  const beside = el(
    'div',
    { class: 'stack' },
    code,
    authorised,
    insurance.element,
  )
  main().append(el('div', { class: 'phone-page' }, phone, beside))
  /** Whether a code can be shown; undefined until something is. */
  let showing: boolean | undefined
  let offer = (_: Channels['channels']) => {}
  /** As JSON: what is pressed should not be drawn anew under the finger. */
  let shown = ''
  const refresh = () =>
    attempt(async () => {
      const path = `/sandbox/people/${step(id)}`
      const [person, { channels }] = await Promise.all([
        ask<PersonWhole>('GET', path),
        ask<Channels>('GET', '/sandbox/channels'),
      ])
      const now = JSON.stringify([person, channels])
      if (now === shown) return
      shown = now
      show(top, ...who(person, provinces))
      insurance.update(person)
      show(authorised, person.active && channelsCard(person, channels))
      offer(channels)
      if (showing === person.active) return
      showing = person.active
      if (!showing) return show(face, activation(person))
      const parts = codeParts(person, channels, provinces)
      offer = parts.offer
      show(face, ...parts.onPhone)
      show(code, ...parts.beside)
    })
  on<{ id: string }>('person', person => {
    if (person.id === id) refresh()
  })
  for (const type of ['channel', 'request'] as const) on(type, soon(refresh))
  onAnew(refresh)
}

function who(
  { userName, insured }: PersonWhole,
  provinces: Provinces['provinces'],
): HTMLElement[] {
  const areas = insured.map(area => areaName(area, provinces)).join(', ')
  return [
    el('h2', {}, say('console.phone.credential')),
    el('p', {}, userName),
    el('p', { class: 'small' }, areas || say('console.phone.nowhere')),
  ]
}

interface Parts {
  onPhone: Child[]
  beside: Child[]
  offer: Choices['offer']
}

/** Made once: both follow what happens by themselves. */
function codeParts(
  person: PersonWhole,
  channels: Channels['channels'],
  provinces: Provinces['provinces'],
): Parts {
  let code = ''
  const [text, putText] = textCard()
  const renew = () =>
    attempt(async () => {
      code = ''
      const issued = await qr.expect(
        ask<Issued>('POST', '/sandbox/codes', choices.order()),
      )
      code = issued?.code ?? ''
      putText(code)
    })
  const choices = chooseCode(person, channels, provinces, renew)
  const qr = new QrView(renew)
  const uses = el('ul', { class: 'things', 'aria-live': 'polite' })
  onUse(
    () => code,
    request => {
      if (request.code === 0) qr.end('used')
      uses.prepend(useLine(request))
    },
  )
  renew()
  return {
    offer: choices.offer,
    onPhone: [qr.button, qr.countDown, choices.onPhone, uses],
    beside: [
      text,
      counterCard(() => code),
      card(say('console.phone.other-kind'), choices.beside),
    ],
  }
}

/** What a counter was told about the code, as the person would see it. */
function useLine({ id, at, orgId, code }: RequestSummary): HTMLElement {
  return el(
    'li',
    { class: 'row apart small' },
    el('span', { class: 'soft' }, `${timeOfDay(at)} ${orgId}`),
    codeBadge(code),
    el('a', { href: inSpace(`/console/requests/${id}`) }, `#${id}`),
  )
}
