/**
 * What was read in this turn of the event loop. Hundreds of requests at once
 * ask for the same few entries; in the next turn, whatever another process has
 * written since is read again.
 * @module
 */

export class TurnCache<Value> {
  readonly #known = new Map<string, Value>()

  /** What `read` has given for `key` in this turn, else gives now. */
  get(key: string, read: () => Value): Value {
    const known = this.#known.get(key)
    if (known !== undefined || this.#known.has(key)) return known as Value
    if (this.#known.size === 0) setImmediate(() => this.clear())
    const value = read()
    this.#known.set(key, value)
    return value
  }

  /** To be called with each write. */
  clear(): void {
    this.#known.clear()
  }
}
