/**
 * Where a person is insured, as each platform has it, and a move from one
 * 统筹区 to another, which no other platform hears of before it asks
 * (XJ-D01-2019, 6.3.2.2 c).
 * @module
 */
import { ask, step } from './api.js'
import { el, show } from './dom.js'
import { notice } from './notice.js'
import { card, choice, field, form, table } from './parts.js'
import { areaName, say } from './texts.js'
import type { PersonWhole, Provinces } from './types.js'

type Province = Provinces['provinces'][number]

const AREA = '\\d{6}'

export interface InsuranceCard {
  element: HTMLElement
  /** Shows what has become of the person. */
  update(person: PersonWhole): void
}

/** The card of the person `id`. */
export function insuranceCard(
  id: string,
  provinces: readonly Province[],
): InsuranceCard {
  const known = el('div', {})
  const from = choice('from', [])
  const to = el('input', {
    required: true,
    pattern: AREA,
    maxlength: 6,
    inputmode: 'numeric',
    title: say('console.insurance.to-what'),
    placeholder: '430500',
  })
  const move = async () => {
    const path = `/sandbox/people/${step(id)}/move`
    await ask('POST', path, { from: from.value, to: to.value })
    notice(say('console.insurance.moved', { to: to.value }))
    to.value = ''
  }
  const moving = form(
    move,
    { class: 'stack' },
    el(
      'div',
      { class: 'fields' },
      field(say('console.insurance.from'), from),
      field(say('console.insurance.to'), to),
    ),
    el('div', {}, el('button', {}, say('console.insurance.move'))),
  )
  return {
    element: card(
      say('console.insurance'),
      el(
        'div',
        { class: 'stack' },
        el('p', { class: 'soft small' }, say('console.insurance.what')),
        known,
        moving,
      ),
    ),
    update(person) {
      const own = ownAreas(person)
      show(known, knownTable(person, own, provinces))
      moving.hidden = own.length === 0
      const shown = [...from.options].map(({ value }) => value)
      if (shown.join() === own.join()) return
      const options = own.map(area =>
        el('option', { value: area }, areaName(area, provinces)),
      )
      from.replaceChildren(...options)
    },
  }
}

/** What the places of insurance themselves have: theirs is what counts. */
function ownAreas({ provinces }: PersonWhole): string[] {
  return provinces.flatMap(({ province, insured }) =>
    insured.filter(area => area.startsWith(province)),
  )
}

function knownTable(
  { insured, provinces: knowing }: PersonWhole,
  own: readonly string[],
  provinces: readonly Province[],
): HTMLElement {
  const line = (who: string, areas: readonly string[]) => {
    const old = areas.some(area => isPlayed(area) && !own.includes(area))
    return [
      who,
      el(
        'span',
        { class: 'row' },
        areas.map(area => areaName(area, provinces)).join(', ') ||
          say('console.phone.nowhere'),
        old &&
          el('span', { class: 'badge warn' }, say('console.insurance.old')),
      ),
    ]
  }
  const isPlayed = (area: string) =>
    provinces.some(({ digits }) => area.startsWith(digits))
  const nameOf = (digits: string) =>
    provinces.find(one => one.digits === digits)?.name ?? digits
  return table(
    say('console.insurance'),
    [say('console.platforms.who'), say('console.phone.area')],
    [
      line(say('console.insurance.nation'), insured),
      ...knowing.map(({ province, insured }) =>
        line(nameOf(province), insured),
      ),
    ],
  )
}
