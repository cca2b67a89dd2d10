/**
 * One request whole: why it was answered as it was comes first, the bytes
 * last.
 * @module
 */
import { ask, step } from './api.js'
import { type Child, el } from './dom.js'
import { describeFault } from './faults-kinds.js'
import { notice } from './notice.js'
import { button, codeBadge } from './parts.js'
import { comparedList, nearMissList } from './requests-compared.js'
import { titleOf } from './requests-line.js'
import { signatureDetails } from './requests-signature.js'
import { inSpace } from './space.js'
import { dateAndTime, say } from './texts.js'
import type { Replayed, RequestWhole, ShownBytes } from './types.js'

/** The card of `request`. */
export function requestPage(request: RequestWhole): Child[] {
  const { explanation, body, said, sent, headers } = request
  const { signature, compared, nearMisses } = explanation
  return [
    el(
      'article',
      { class: 'card stack', 'aria-labelledby': 'request-title' },
      heading(request),
      verdict(request),
      facts(request),
      nearMisses.length > 0 && nearMissList(nearMisses),
      compared.length > 0 && comparedList(compared),
      signature && signatureDetails(signature),
      part(say('console.requests.body'), bytes(body), !signature),
      said !== null && part(say('console.requests.said'), pretty(said), true),
      sent && part(say('console.requests.sent'), bytes(sent), true),
      part(say('console.requests.headers'), lines(headers), false),
    ),
  ]
}

function heading(request: RequestWhole): HTMLElement {
  const { id } = request
  const replay = button(say('console.requests.replay'), async () => {
    const path = `/sandbox/requests/${step(id)}/replay`
    const { id: again } = await ask<Replayed>('POST', path)
    notice(
      again === null
        ? say('console.requests.replayed-unanswered')
        : say('console.requests.replayed', { id: again }),
    )
  })
  return el(
    'div',
    { class: 'row apart' },
    el('h2', { id: 'request-title' }, `#${id} ${titleOf(request)}`),
    replay,
  )
}

/** The sentence that the page is opened for. */
function verdict({ explanation, code, struck }: RequestWhole): HTMLElement {
  const { verdict, clause } = explanation
  return el(
    'div',
    { class: code === 0 ? 'verdict' : 'verdict bad' },
    el('p', {}, codeBadge(code), ' ', el('b', {}, verdict)),
    clause &&
      el('p', { class: 'small' }, say('console.requests.clause', { clause })),
    struck &&
      el(
        'p',
        { class: 'small' },
        `${describeFault(struck.fault)} · `,
        el('a', { href: inSpace('/console/faults') }, say('console.faults')),
      ),
  )
}

function facts(request: RequestWhole): HTMLElement {
  const { at, method, url, status, ms, orgId, termId } = request
  const rows: [string, string][] = [
    [say('console.requests.at'), dateAndTime(at)],
    [say('console.requests.address'), `${method} ${url}`],
    ['HTTP', `${status || say('console.no-answer')} · ${ms.toFixed(1)} ms`],
    ['orgId', orgId],
    ['termId', termId],
  ]
  return el(
    'dl',
    {},
    ...rows
      .filter(([, value]) => value)
      .flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]),
  )
}

function part(title: string, content: string, open: boolean): HTMLElement {
  return el(
    'details',
    { open },
    el('summary', {}, title),
    el('pre', { tabindex: 0 }, content),
  )
}

function bytes({ encoding, content }: ShownBytes): string {
  return encoding === 'utf-8'
    ? pretty(content)
    : say('console.requests.base64', { content })
}

/** JSON indented; what is none stays as it is. */
function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

function lines(headers: RequestWhole['headers']): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}
