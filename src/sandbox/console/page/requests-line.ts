/**
 * One request in the list.
 * @module
 */
import { el } from './dom.js'
import { codeBadge } from './parts.js'
import { inSpace } from './space.js'
import { say, timeOfDay } from './texts.js'
import type { RequestSummary } from './types.js'

/** A line that leads to the request; `current` where it is shown already. */
export function logLine(request: RequestSummary, current: boolean) {
  const { id, at, code, orgId, ms, why } = request
  return el(
    'li',
    { id: `request-${id}` },
    el(
      'a',
      {
        id: `to-request-${id}`,
        href: inSpace(`/console/requests/${id}`),
        'aria-current': current && 'true',
      },
      el('span', {}, el('b', {}, titleOf(request))),
      codeBadge(code),
      el(
        'span',
        { class: 'soft small' },
        [`#${id}`, timeOfDay(at), orgId].filter(Boolean).join(' · '),
      ),
      el('span', { class: 'soft small number' }, `${ms.toFixed(1)} ms`),
      why && el('span', { class: 'why small', title: why }, why),
    ),
  )
}

/** What the request is for. */
export function titleOf({ transType, route }: RequestSummary): string {
  return transType || route.split('/').at(-1) || say('console.none')
}
