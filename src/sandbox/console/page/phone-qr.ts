/**
 * The picture on a phone, and how long it is good: press it for a new one.
 * @module
 */
import { sandboxNow } from './clock.js'
import { el, svg } from './dom.js'
import { say } from './texts.js'
import type { Issued } from './types.js'

/** refused: none was given. */
export type CodeState = 'good' | 'used' | 'expired' | 'refused'

const TICK_MS = 250

/** The ring turns red when a gun may just miss it. */
const LOW_S = 10

/** The button with the picture, and the count-down under it. */
export class QrView {
  readonly #picture = el('img', { alt: say('console.phone.qr') })
  readonly #over = el('span', { class: 'over', hidden: true })
  readonly #hand = svg('circle', { cx: 12, cy: 12, r: 9, pathLength: 1 })
  readonly #ring = svg(
    'svg',
    { class: 'ring', viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    svg('circle', { cx: 12, cy: 12, r: 9 }),
    this.#hand,
  )
  readonly #left = el('span', { role: 'timer', 'aria-live': 'off' })
  readonly button: HTMLButtonElement
  readonly countDown = el('p', { class: 'row' }, this.#ring, this.#left)
  #issued: Issued | undefined
  #lifeMs = 0
  #state: CodeState = 'good'

  /** `renew` is called when the picture is pressed. */
  constructor(renew: (event: Event) => unknown) {
    this.button = el(
      'button',
      { class: 'qr', type: 'button', id: 'qr', onclick: renew },
      this.#picture,
      this.#over,
    )
    setInterval(() => this.#tick(), TICK_MS)
  }

  /** Shows the code that is being `given`, or why none is. */
  async expect(given: Promise<Issued>): Promise<Issued | undefined> {
    try {
      const issued = await given
      this.#show(issued)
      return issued
    } catch (error) {
      this.#issued = undefined
      this.#become('refused', error instanceof Error ? error.message : '')
      return undefined
    }
  }

  #show(issued: Issued): void {
    this.#issued = issued
    this.#lifeMs = issued.expiresAt - sandboxNow()
    this.#picture.src = `/console/qr?text=${encodeURIComponent(issued.code)}`
    this.#become('good')
    this.#tick()
  }

  /** What has become of the code. */
  end(state: 'used' | 'expired'): void {
    this.#become(state)
    this.#tick()
  }

  #become(state: CodeState, why?: string): void {
    this.#state = state
    this.button.dataset.state = state
    this.#over.hidden = state === 'good'
    this.#over.textContent = why ?? say(`console.phone.${state}`)
    this.countDown.hidden = state === 'refused'
  }

  #tick(): void {
    if (!this.#issued) return
    const leftMs = Math.max(0, this.#issued.expiresAt - sandboxNow())
    if (leftMs === 0 && this.#state === 'good') this.#become('expired')
    const seconds = this.#state === 'used' ? 0 : Math.ceil(leftMs / 1000)
    const share = seconds === 0 ? 0 : Math.min(1, leftMs / this.#lifeMs)
    this.#hand.setAttribute('stroke-dasharray', `${share} 1`)
    this.#hand.toggleAttribute('hidden', share === 0)
    this.#ring.toggleAttribute('data-low', seconds <= LOW_S)
    this.#left.textContent =
      seconds > 0
        ? say('console.phone.left', { seconds })
        : say('console.phone.renew')
  }
}
