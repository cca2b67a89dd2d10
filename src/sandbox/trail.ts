/**
 * What was compared on the way to an answer, noted where it is compared.
 * @module
 */

/** Each has its sentence in the catalogue: control.rule.… */
export type Rule =
  | 'appId'
  | 'timestamp'
  | 'signature'
  | 'clock'
  | 'transType'
  | 'fields'
  | 'termId'
  | 'terminal'
  | 'kind'
  | 'given'
  | 'unused'
  | 'in-time'
  | 'channel'
  | 'channel-envelope'
  | 'channel-app'
  | 'active'
  | 'authorised'
  | 'same-data'
  | 'token'
  | 'token-person'

/** One comparison. */
export interface Step {
  /** Of XJ-D01-2019, such as "4.11" or "table B.3"; "field" for practice. */
  clause: string
  rule: Rule
  /** Which field it is about, where several can be; "data.*" for all there. */
  field?: string
  /** Whether the request passed. */
  ok: boolean
  /** What the rule asks for. */
  expected?: string
  /** What was there. */
  found?: string
}

/** Where comparisons are noted. */
export interface Trail {
  note(step: Step): void
}

/** For what nobody records: it forgets them. */
export const NO_TRAIL: Trail = { note: () => {} }

/** More than any request takes; a list in `data` has no say in it. */
const STEPS_MAX = 100

/** One request's: it keeps the first {@link STEPS_MAX}. */
export class KeptTrail implements Trail {
  readonly #steps: Step[] = []

  /** In the order that they were noted in. */
  get steps(): readonly Step[] {
    return this.#steps
  }

  note(step: Step): void {
    if (this.#steps.length < STEPS_MAX) this.#steps.push(step)
  }
}
