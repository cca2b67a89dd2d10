/**
 * Sets a fault: what goes wrong, for whom, and how often.
 * @module
 */
import { ask } from './api.js'
import { el } from './dom.js'
import { KINDS, kindName, kindOf } from './faults-kinds.js'
import { notice } from './notice.js'
import { card, choice, field, form } from './parts.js'
import { say } from './texts.js'
import type { Fault, FaultOrder } from './types.js'

const CRITERIA = ['transType', 'termId', 'orgId'] as const

const ROUTES = ['localQrCodeQuery', 'localEcTokenCheck'] as const

/** A card with the form. */
export function faultForm(): HTMLElement {
  const kind = choice(
    'kind',
    KINDS.map(({ id }) => [id, kindName(id)]),
  )
  const value = el('div', {})
  const showValue = () => value.replaceChildren(...numberOf(kind.value))
  kind.addEventListener('change', showValue)
  showValue()
  const whole = form(
    () => add(whole),
    { class: 'stack' },
    el(
      'div',
      { class: 'fields' },
      field(say('console.fault.kind'), kind),
      value,
    ),
    el(
      'details',
      {},
      el('summary', {}, say('console.fault.whom')),
      el('div', { class: 'fields' }, ...whom()),
    ),
    el('div', { class: 'fields' }, ...howOften()),
    el('div', {}, el('button', { class: 'primary' }, say('console.fault.add'))),
  )
  return card(say('console.fault.new'), whole)
}

function numberOf(id: string): HTMLElement[] {
  const { value } = kindOf(id)
  if (!value) return []
  const { label, ...attributes } = value
  const input = el('input', {
    name: 'value',
    type: 'number',
    required: true,
    ...attributes,
  })
  return [field(say(label), input)]
}

function whom() {
  const route = choice('route', [
    ['', say('console.any')],
    ...ROUTES.map(name => [name, name] as const),
  ])
  return [
    field(say('console.fault.route'), route),
    ...CRITERIA.map(name =>
      field(name, el('input', { name, placeholder: say('console.any') })),
    ),
  ]
}

function howOften() {
  const probability = el('input', {
    name: 'probability',
    type: 'number',
    min: 1,
    max: 100,
    value: 100,
    required: true,
  })
  const count = el('input', {
    name: 'count',
    type: 'number',
    min: 1,
    placeholder: say('console.fault.for-ever'),
  })
  return [
    field(say('console.fault.count'), count),
    field(say('console.fault.probability'), probability),
  ]
}

async function add(whole: HTMLFormElement) {
  const given = new FormData(whole)
  const text = (name: string) => String(given.get(name) ?? '').trim()
  const order: FaultOrder = {
    fault: kindOf(text('kind')).fault(Number(text('value'))),
  }
  for (const name of ['route', ...CRITERIA] as const)
    if (text(name)) order[name] = text(name)
  const percent = Number(text('probability'))
  if (percent < 100) order.probability = percent / 100
  if (text('count')) order.count = Number(text('count'))
  const { id } = await ask<Fault>('POST', '/sandbox/faults', order)
  notice(say('console.fault.added', { id }))
}
