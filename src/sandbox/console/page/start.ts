/**
 * What is running, and what to do next.
 * @module
 */
import type { ConsoleTextKey } from '../../../texts/console.js'
import { ask } from './api.js'
import { type Child, el, main } from './dom.js'
import { on, onAnew } from './live.js'
import { attempt } from './notice.js'
import { card, copyable } from './parts.js'
import { soon } from './soon.js'
import { inSpace, space } from './space.js'
import { dateAndTime, say } from './texts.js'
import type { ClockState, Fault, People, RequestSummary } from './types.js'

const STR_URL = `${location.origin}/localcfc/api/hsecfc/localQrCodeQuery`

/** A caller of the library comes to a space by its orgId alone. */
const ORG_ID = space || 'H99010100001'

/** What a program at a counter sends (table B.3). */
const REQUEST = `{
  "orgId": "${ORG_ID}",
  "transType": "ec.query",
  "data": {
    "orgId": "${ORG_ID}",
    "businessType": "01101",
    "operatorId": "001",
    "operatorName": "收费员甲"
  }
}`

/** Browser and sandbox are on one machine: nothing else is let in. */
const GUN = /Windows/.test(navigator.userAgent) ? '\\\\.\\pipe\\gun' : './gun'

/** nationec.toml of a terminal whose gun is a line of text. */
const TOML = `[terminal]
filing_number = "99000000000000000001"
[scanner]
path = '${GUN}'`

const facts = el('dl', { id: 'facts' })

main().append(
  el(
    'div',
    { class: 'stack' },
    card(
      say('console.running'),
      el('p', { class: 'soft' }, say('console.str-url-what')),
      el('p', {}, copyable(STR_URL, 'strUrl')),
      space && el('p', { class: 'soft' }, say('console.space.how', { space })),
      facts,
    ),
    card(say('console.next'), nextSteps()),
  ),
)

const refreshSoon = soon(refresh)
for (const type of ['request', 'fault', 'clock'] as const) on(type, refreshSoon)
onAnew(refresh)

function refresh() {
  return attempt(async () => {
    const [{ people }, { requests }, { faults }, clock] = await Promise.all([
      ask<People>('GET', '/sandbox/people'),
      ask<{ requests: RequestSummary[] }>('GET', '/sandbox/requests?limit=1'),
      ask<{ faults: Fault[] }>('GET', '/sandbox/faults'),
      ask<ClockState>('GET', '/sandbox/clock'),
    ])
    const time = dateAndTime(clock.now)
    facts.replaceChildren(
      ...fact('console.people', link('/console/phone', people.length)),
      ...fact(
        'console.answered',
        link('/console/requests', requests.at(-1)?.id ?? 0),
      ),
      ...fact('console.faults-set', link('/console/faults', faults.length)),
      ...fact(
        'console.clock',
        clock.frozen ? say('console.clock-frozen', { time }) : time,
      ),
    )
  })
}

function fact(key: ConsoleTextKey, value: Child) {
  return [el('dt', {}, say(key)), el('dd', {}, value)]
}

function link(href: string, label: Child) {
  return el('a', { href: inSpace(href) }, label)
}

function nextSteps() {
  return el(
    'ol',
    { class: 'steps' },
    step('console.step.try', button('/console/phone', 'console.phone')),
    step('console.step.gun', command(`nationec scanner emulate --link ${GUN}`)),
    step(
      'console.step.daemon',
      copyable(TOML, 'nationec.toml'),
      command('nationec daemon'),
    ),
    step(
      'console.step.call',
      copyable(REQUEST, 'request.json'),
      command(`nationec call ${STR_URL} @request.json`),
    ),
    step('console.step.phone', button('/console/phone', 'console.phone')),
    step(
      'console.step.requests',
      button('/console/requests', 'console.requests'),
    ),
    step('console.step.faults', button('/console/faults', 'console.faults')),
  )
}

function step(key: ConsoleTextKey, ...children: Child[]) {
  return el('li', {}, el('p', {}, say(key)), ...children)
}

function command(line: string) {
  return copyable(`npx ${line}`, say('console.command'))
}

function button(href: string, key: ConsoleTextKey) {
  return el(
    'p',
    {},
    el('a', { class: 'button', href: inSpace(href) }, say(key)),
  )
}
