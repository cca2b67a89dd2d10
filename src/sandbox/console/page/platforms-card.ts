/**
 * One province's platform.
 * @module
 */
import { ask, step } from './api.js'
import { el, show } from './dom.js'
import { notice } from './notice.js'
import { card, copyable, field, form } from './parts.js'
import { say, timeOfDay } from './texts.js'
import type { Provinces } from './types.js'

type Province = Provinces['provinces'][number]

const ADDRESS = '/localcfc/api/hsecfc/localQrCodeQuery'

/** The latest: older ones are in the answer of /sandbox/platforms. */
const NOTICES_SHOWN_MAX = 50

export interface PlatformCard {
  element: HTMLElement
  /** Shows what has changed. */
  update(province: Province): void
}

/** The card of `province`, one of `all`; `names` has people's by idNo. */
export function platformCard(
  province: Province,
  all: readonly Province[],
  names: ReadonlyMap<string, string>,
): PlatformCard {
  const { digits, name, region, prefix } = province
  const limit = el('input', {
    type: 'number',
    min: 0,
    placeholder: say('console.platforms.no-limit'),
  })
  const label = `${say('console.platforms.notices')} ${name}`
  const notices = el('div', {
    ...{ class: 'notices', role: 'log', 'aria-label': label, tabindex: 0 },
  })
  const setLimit = async () => {
    const perSecond = limit.value === '' ? null : Number(limit.value)
    const path = `/sandbox/platforms/${step(digits)}/limit`
    await ask('POST', path, { perSecond })
    notice(say('console.platforms.limit-set', { name }))
  }
  const element = card(
    `${name} ${region}`,
    el(
      'div',
      { class: 'stack' },
      copyable(`${location.origin}${prefix}${ADDRESS}`, `strUrl ${name}`),
      form(
        setLimit,
        { class: 'row ends grow' },
        field(say('console.platforms.limit'), limit),
        el('button', {}, say('console.clock.set')),
      ),
      el(
        'section',
        {},
        el('h3', {}, say('console.platforms.notices')),
        notices,
      ),
    ),
  )
  return {
    element,
    update(now) {
      if (document.activeElement !== limit)
        limit.value = String(now.perSecond ?? '')
      show(notices, noticeList(now, all, names))
    },
  }
}

function noticeList(
  { notices }: Province,
  all: readonly Province[],
  names: ReadonlyMap<string, string>,
): HTMLElement {
  if (notices.length === 0)
    return el('p', { class: 'soft small' }, say('console.platforms.none'))
  const called = (digits: string) =>
    all.find(province => province.digits === digits)?.name ?? digits
  const items = notices
    .slice(-NOTICES_SHOWN_MAX)
    .reverse()
    .map(({ at, kind, idNo, businessType, place }) =>
      el(
        'li',
        { class: 'row small' },
        el('span', { class: 'soft number' }, timeOfDay(at)),
        el('b', {}, names.get(idNo) ?? idNo),
        el('code', {}, businessType),
        say(`console.platforms.${kind}`, { place: called(place) }),
      ),
    )
  return el('ul', { class: 'things' }, ...items)
}
