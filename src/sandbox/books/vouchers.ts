/**
 * What a platform gives out and somebody brings back: codes, authorisations,
 * tokens, serials. Each is a text by chance that stands for something, and is
 * good for a time, those that are consumed once.
 * @module
 */
import type { z } from 'zod'
import {
  type Consumption,
  type OneTime,
  oneTimeHash,
} from '../../store/one-time.js'

/** What became of a voucher that was brought back. */
export type Found<Meaning> =
  | { verdict: 'ok'; meaning: Meaning }
  | { verdict: Exclude<Consumption['verdict'], 'ok'> }

/** What one platform has given out of one kind. */
export class Vouchers<Meaning> {
  readonly #oneTime: OneTime
  readonly #kind: string
  readonly #schema: z.ZodType<Meaning>
  readonly #lifeMs: number

  /** Those called `kind` of the platform `owner`, good for `lifeMs` each. */
  constructor(
    oneTime: OneTime,
    owner: string,
    kind: string,
    schema: z.ZodType<Meaning>,
    lifeMs: number,
  ) {
    this.#oneTime = oneTime
    this.#kind = `${owner} ${kind}`
    this.#schema = schema
    this.#lifeMs = lifeMs
  }

  /** Makes `text` good from `now`, in milliseconds. Rejects the second time. */
  add(text: string, meaning: Meaning, now: number): Promise<void> {
    const owner = JSON.stringify(meaning)
    const expiresAt = now + this.#lifeMs
    return this.#oneTime.issue(
      { hash: this.#hash(text), owner, expiresAt },
      now,
    )
  }

  /** Uses `text` up: see {@link OneTime.consume}. */
  async consume(text: string, now: number): Promise<Found<Meaning>> {
    return this.#found(await this.#oneTime.consume(this.#hash(text), now))
  }

  /** What consume would say. */
  async look(text: string, now: number): Promise<Found<Meaning>> {
    return this.#found(await this.#oneTime.look(this.#hash(text), now))
  }

  /** Who copies the database cannot use what is in it. */
  #hash(text: string): string {
    return oneTimeHash(this.#kind, text)
  }

  #found(consumption: Consumption): Found<Meaning> {
    const { verdict } = consumption
    if (verdict !== 'ok') return { verdict }
    const meaning = this.#schema.parse(JSON.parse(consumption.owner))
    return { verdict, meaning }
  }
}
