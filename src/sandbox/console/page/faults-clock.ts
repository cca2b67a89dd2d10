/**
 * The clock, and how it is set.
 * @module
 */
import { ask } from './api.js'
import { hearClock, onClock, sandboxNow } from './clock.js'
import { el } from './dom.js'
import { button, card, field, form } from './parts.js'
import { dateAndTime, say } from './texts.js'
import type { ClockOrder, ClockState } from './types.js'

const SHOWN_EVERY_MS = 250

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** What ends after how long is what people wait for. */
const LEAPS = [
  ['console.clock.minute', MINUTE_MS],
  ['console.clock.half-hour', 30 * MINUTE_MS],
  ['console.clock.day', DAY_MS],
] as const

/** The time now, and the buttons that change it. */
export function clockCard(): HTMLElement {
  const now = el('time', { class: 'clock-now' })
  const badge = el('span', { class: 'badge' })
  const freeze = button(say('console.clock.freeze'), () =>
    order({ freeze: true }),
  )
  const run = button(say('console.clock.run'), () => order({ run: true }))
  const tick = () => {
    now.textContent = dateAndTime(sandboxNow())
  }
  setInterval(tick, SHOWN_EVERY_MS)
  onClock(({ frozen }) => {
    tick()
    freeze.hidden = frozen
    run.hidden = !frozen
    badge.className = frozen ? 'badge warn' : 'badge good'
    badge.textContent = say(
      frozen ? 'console.clock.stands' : 'console.clock.runs',
    )
  })
  const leaps = LEAPS.map(([key, advanceMs]) =>
    button(say(key), () => order({ advanceMs })),
  )
  return card(
    say('console.clock'),
    el('p', { class: 'row' }, now, badge),
    el('p', { class: 'soft small' }, say('console.clock.what')),
    el(
      'div',
      { class: 'stack' },
      el('div', { class: 'row' }, freeze, run, ...leaps),
      setter(),
    ),
  )
}

function setter() {
  const when = el('input', { type: 'datetime-local', step: 1, required: true })
  return form(
    () => order({ set: new Date(when.value).getTime() }),
    { class: 'row ends' },
    field(say('console.clock.at'), when),
    el('button', {}, say('console.clock.set')),
  )
}

async function order(said: ClockOrder) {
  hearClock(await ask<ClockState>('POST', '/sandbox/clock', said))
}
