/**
 * The requests as they come, the latest first, and one of them whole beside
 * them.
 * @module
 */
import { ask, step } from './api.js'
import { el, main, show } from './dom.js'
import { followRequests } from './journal.js'
import { attempt, notice } from './notice.js'
import { field } from './parts.js'
import { logLine, titleOf } from './requests-line.js'
import { requestPage } from './requests-whole.js'
import { say } from './texts.js'
import type { RequestSummary, RequestWhole } from './types.js'

/** More than anybody scrolls through. */
const SHOWN_MAX = 200

let requests: RequestSummary[] = []
/** What stands beside the list; undefined for nothing. */
let chosen = idFrom(location.pathname)

const words = el('input', {
  type: 'search',
  placeholder: say('console.requests.filter-what'),
  oninput: draw,
})
const refusedOnly = el('input', { type: 'checkbox', onchange: draw })
const list = el('ul', {})
const none = el('p', { class: 'empty' })
const whole = el('div', { id: 'whole', class: 'stack', tabindex: -1 })

main().append(
  el(
    'div',
    { class: 'log-page' },
    el(
      'div',
      { class: 'stack' },
      el(
        'div',
        { class: 'row ends filter' },
        field(say('console.requests.filter'), words),
        el(
          'label',
          { class: 'check' },
          refusedOnly,
          say('console.requests.refused-only'),
        ),
      ),
      el('section', { class: 'card log' }, list, none),
    ),
    whole,
  ),
)

followRequests(SHOWN_MAX, (known, arrived) => {
  requests = [...known].reverse()
  draw()
  const latest = arrived.at(-1)
  if (!latest) return
  const transType = titleOf(latest)
  const code = latest.code ?? say('console.no-answer')
  notice(say('console.requests.arrived', { transType, code }))
  for (const { id } of arrived)
    document.getElementById(`request-${id}`)?.classList.add('new')
})
addEventListener('popstate', () => choose(idFrom(location.pathname)))
list.addEventListener('click', event => {
  const link = event.target instanceof Element && event.target.closest('a')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  history.pushState(null, '', link.href)
  choose(idFrom(link.pathname)).then(enter)
})
list.addEventListener('keydown', event => {
  const line = document.activeElement?.closest('li')
  const next =
    event.key === 'ArrowDown'
      ? line?.nextElementSibling
      : event.key === 'ArrowUp' && line?.previousElementSibling
  if (!next) return
  event.preventDefault()
  next.querySelector('a')?.focus()
})
choose(chosen)

function draw() {
  const shown = requests.filter(isWanted)
  show(list, ...shown.map(request => logLine(request, request.id === chosen)))
  none.hidden = shown.length > 0
  none.textContent = say(
    requests.length > 0 ? 'console.requests.no-match' : 'console.requests.none',
  )
}

function isWanted(request: RequestSummary): boolean {
  if (refusedOnly.checked && request.code === 0) return false
  const wanted = words.value.trim().toLowerCase()
  const { id, route, transType, orgId, termId, code, why } = request
  const facts = [`#${id}`, route, transType, orgId, termId, code, why]
  return facts.join('\n').toLowerCase().includes(wanted)
}

function choose(id: number | undefined) {
  chosen = id
  draw()
  return attempt(async () => {
    if (id === undefined)
      return show(
        whole,
        el('p', { class: 'card empty' }, say('console.requests.choose')),
      )
    const request = await ask<RequestWhole>(
      'GET',
      `/sandbox/requests/${step(id)}`,
    )
    if (id === chosen) show(whole, ...requestPage(request))
  })
}

/** The keyboard goes on there; on a phone, where it is below, the eye too. */
function enter() {
  whole.focus({ preventScroll: true })
  const { top } = whole.getBoundingClientRect()
  if (top > innerHeight / 2) whole.scrollIntoView()
}

function idFrom(path: string): number | undefined {
  const id = Number(path.split('/')[3])
  return id > 0 ? id : undefined
}
