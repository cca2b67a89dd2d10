/**
 * What a person chooses before a code is shown: through which channel, which
 * insurance, and where.
 * @module
 */
import { el } from './dom.js'
import { choice, field } from './parts.js'
import { areaName, say, sayAny } from './texts.js'
import type { Channels, PersonWhole, Provinces } from './types.js'

/** Kinds of code, the good one first. */
const KINDS = ['medical', 'used', 'expired', 'unknown', 'payment'] as const

/** 国家医保服务平台, which nobody need authorise. */
const OFFICIAL = 'nhsa'

export interface Choices {
  /** Where to choose on the phone. */
  readonly onPhone: HTMLElement
  /** Where to choose what a person cannot. */
  readonly beside: HTMLElement
  /** Has channels that are new among those to choose from. */
  offer(channels: Channels['channels']): void
  /** The body of POST /sandbox/codes. */
  order(): Record<string, string>
}

/** The choices of `person`; `changed` is called after each. */
export function chooseCode(
  person: PersonWhole,
  channels: Channels['channels'],
  provinces: Provinces['provinces'],
  changed: () => unknown,
): Choices {
  const channel = choice('channel', [])
  const offer = (offered: Channels['channels']) => {
    const there = new Set([...channel.options].map(({ value }) => value))
    const fresh = offered.filter(({ channel: { id } }) => !there.has(id))
    for (const { channel: one } of fresh)
      channel.append(el('option', { value: one.id }, one.name))
  }
  offer(channels)
  channel.value = OFFICIAL
  const insuOrg = choice(
    'insuOrg',
    person.insured.map(area => [area, areaName(area, provinces)]),
  )
  const province = choice(
    'province',
    provinces.map(({ digits, name }) => [digits, name]),
  )
  const kind = choice(
    'kind',
    KINDS.map(name => [name, sayAny(`console.code.${name}`) ?? name]),
  )
  const all = [channel, insuOrg, province, kind]
  for (const one of all) one.addEventListener('change', () => changed())
  return {
    onPhone: el(
      'div',
      { class: 'fields' },
      field(say('console.phone.channel'), channel),
      person.insured.length > 1 && field(say('console.phone.area'), insuOrg),
    ),
    beside: el(
      'div',
      { class: 'fields' },
      field(say('console.phone.place'), province),
      field(say('console.phone.kind'), kind),
    ),
    offer,
    order: () => ({
      person: person.id,
      ...Object.fromEntries(
        all
          .filter(({ value }) => value)
          .map(({ name, value }) => [name, value]),
      ),
    }),
  }
}
