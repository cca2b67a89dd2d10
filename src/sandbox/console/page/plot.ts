/**
 * Calls and how long they took, as points over time.
 * @module
 */
import { ask } from './api.js'
import { el, main } from './dom.js'
import { on, onAnew } from './live.js'
import { attempt } from './notice.js'
import { card } from './parts.js'
import { summarise } from './plot-figures.js'
import { makePlot } from './plot-picture.js'
import { soon } from './soon.js'
import { say } from './texts.js'
import type { RequestSummary } from './types.js'

/** As many as the sandbox remembers. */
const REQUESTS_MAX = 1000

let requests: RequestSummary[] = []

const figures = el('div', { class: 'figures', 'aria-live': 'off' })
const area = el('div', { class: 'plot-area', 'aria-hidden': 'true' })
const none = el('p', { class: 'empty' }, say('console.requests.none'))
main().append(
  el(
    'div',
    { class: 'stack' },
    figures,
    card(say('console.plot.latency'), none, area),
  ),
)
const plot = makePlot(area)
const drawSoon = soon(draw)

on<RequestSummary>('request', request => {
  requests = [...requests, request].slice(-REQUESTS_MAX)
  drawSoon()
})
onAnew(refresh)
refresh()

function refresh() {
  return attempt(async () => {
    const path = `/sandbox/requests?limit=${REQUESTS_MAX}`
    const answer = await ask<{ requests: RequestSummary[] }>('GET', path)
    requests = answer.requests
    draw()
  })
}

function draw() {
  none.hidden = requests.length > 0
  area.hidden = requests.length === 0
  figures.replaceChildren(...summarise(requests))
  plot.setData([
    requests.map(({ at }) => at / 1000),
    requests.map(({ code, ms }) => (code === 0 ? ms : null)),
    requests.map(({ code, ms }) => (code === 0 ? null : ms)),
  ])
}
