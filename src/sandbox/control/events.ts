/**
 * What has happened in a space, for those who watch: the latest events, and
 * each new one as it comes.
 * @module
 */
import type { EventType, SandboxEvent } from './contract.js'

/** Enough for a console that lost its connection for a while. */
export const BACKLOG_EVENTS_MAX = 1000

type Listener = (event: SandboxEvent) => void

export class EventHub {
  readonly #backlog: SandboxEvent[] = []
  readonly #listeners = new Set<Listener>()
  #lastId = 0

  /** How many watch. */
  get listeners(): number {
    return this.#listeners.size
  }

  get lastId(): number {
    return this.#lastId
  }

  /** Tells everybody. `data` must not change afterwards. */
  publish(type: EventType, data: unknown): void {
    this.tell(type, () => data)
  }

  /** The same with data that have sentences: `tell` words them for each. */
  tell(type: EventType, tell: SandboxEvent['tell']): void {
    this.#lastId += 1
    const event = { id: this.#lastId, type, tell }
    this.#backlog.push(event)
    if (this.#backlog.length > BACKLOG_EVENTS_MAX) this.#backlog.shift()
    for (const listener of this.#listeners) listener(event)
  }

  /**
   * The events behind `id`; undefined where some of them are forgotten, or
   * `id` is of another life of the sandbox.
   */
  since(id: number): SandboxEvent[] | undefined {
    const first = this.#lastId - this.#backlog.length
    if (id < first || id > this.#lastId) return undefined
    return this.#backlog.slice(id - first)
  }

  /** Calls `listener` for each event from now on, until what it returns is called. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
