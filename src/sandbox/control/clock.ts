/**
 * A clock that stands still, jumps and goes on as it is told, so that what
 * expires need not be waited for.
 * @module
 */
import type { Clock } from '../platform.js'
import type { ClockOrder, ClockState } from './contract.js'

/** Further than any limit in time, and still a date that can be written. */
export const TIME_MAX = Date.UTC(9999, 0)

export class ControlledClock {
  readonly #base: Clock
  /** The time it stands at; undefined while it runs. */
  #stopped: number | undefined
  /** How far it is ahead of its base while it runs. */
  #ahead = 0

  /** Runs with `base` until it is told otherwise. */
  constructor(base: Clock) {
    this.#base = base
  }

  /** The time. A {@link Clock} that may be passed on. */
  readonly now: Clock = () => this.#stopped ?? this.#base() + this.#ahead

  /** Does as `order` says; throws RangeError for a time beyond the calendar. */
  apply(order: ClockOrder): ClockState {
    const start = order.set === undefined ? this.now() : timeOf(order.set)
    const time = start + (order.advanceMs ?? 0)
    if (!(time >= 0 && time < TIME_MAX)) throw new RangeError(String(time))
    const stands = order.freeze || (this.#stopped !== undefined && !order.run)
    this.#stopped = stands ? time : undefined
    this.#ahead = time - this.#base()
    return this.state()
  }

  /** Runs with its base again. */
  reset(): void {
    this.#stopped = undefined
    this.#ahead = 0
  }

  state(): ClockState {
    return { now: this.now(), frozen: this.#stopped !== undefined }
  }
}

function timeOf(time: number | string): number {
  return typeof time === 'number' ? time : Date.parse(time)
}
