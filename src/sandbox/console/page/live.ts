/**
 * What happens in the sandbox, as it happens. Where the connection was lost,
 * the browser makes it anew and the sandbox says what was missed.
 * @module
 */
import type { EventType } from '../../control/contract.js'
import { byId, el } from './dom.js'
import { space } from './space.js'
import { locale, say } from './texts.js'

const asked = new URLSearchParams({ lang: locale, ...(space && { space }) })
const source = new EventSource(`/sandbox/events?${asked}`)

const state = el('p', { class: 'live', role: 'status' }, say('console.waiting'))
byId('main').ownerDocument.querySelector('.language')?.before(state)
source.addEventListener('open', () => tell('open', say('console.live')))
source.addEventListener('error', () => tell('closed', say('console.lost')))

/** Calls `listener` with what each event of `type` carries. */
export function on<Data>(
  type: EventType,
  listener: (data: Data) => void,
): void {
  source.addEventListener(type, event => listener(JSON.parse(event.data)))
}

/**
 * Calls `listener` at once, and when everything may have changed: so it is
 * when the connection is made, since what came before it is not told.
 */
export function onAnew(listener: () => void): void {
  listener()
  source.addEventListener('open', listener)
  for (const type of ['reset', 'missed'] as const) on(type, listener)
}

function tell(now: string, words: string) {
  state.dataset.state = now
  state.textContent = words
}
