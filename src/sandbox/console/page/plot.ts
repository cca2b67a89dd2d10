/**
 * Calls and how long they took, as they come.
 * @module
 */
import { el, main } from './dom.js'
import { followRequests } from './journal.js'
import { card } from './parts.js'
import { countCalls, summarise } from './plot-figures.js'
import { callsPlot, latencyPlot } from './plot-picture.js'
import { say } from './texts.js'
import type { RequestSummary } from './types.js'

/** As many as the sandbox remembers. */
const REQUESTS_MAX = 1000

const figures = el('div', { class: 'figures' })
/** The figures say the same to who cannot see them. */
const latencyArea = el('div', { 'aria-hidden': 'true' })
const callsArea = el('div', { 'aria-hidden': 'true' })
const pictures = el(
  'div',
  { class: 'stack' },
  card(say('console.plot.latency'), latencyArea),
  card(say('console.plot.calls'), callsArea),
)
const none = el('p', { class: 'card empty' }, say('console.requests.none'))
main().append(el('div', { class: 'stack' }, figures, none, pictures))

const latency = latencyPlot(latencyArea)
const calls = callsPlot(callsArea)
followRequests(REQUESTS_MAX, draw)

function draw(requests: readonly RequestSummary[]) {
  none.hidden = requests.length > 0
  pictures.hidden = requests.length === 0
  figures.replaceChildren(...summarise(requests))
  // The clock may have been set back; uPlot wants time to go on.
  const sorted = [...requests].sort((one, two) => one.at - two.at)
  latency.setData([
    sorted.map(({ at }) => at / 1000),
    sorted.map(({ code, ms }) => (code === 0 ? ms : null)),
    sorted.map(({ code, ms }) => (code === 0 ? null : ms)),
  ])
  calls.setData(countCalls(sorted.map(({ at }) => at / 1000)))
}
