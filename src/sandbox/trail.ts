/**
 * What was compared on the way to an answer, noted where it is compared. The
 * platform's code needs no argument for it: the notes belong to the request
 * that is being answered, and vanish where nobody records one.
 * @module
 */
import { AsyncLocalStorage } from 'node:async_hooks'

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
  /** Which field it is about, where several can be. */
  field?: string
  /** Whether the request passed. */
  ok: boolean
  /** What the rule asks for. */
  expected?: string
  /** What was there. */
  found?: string
}

/** More than any request takes; a list in `data` has no say in it. */
const STEPS_MAX = 100

const trails = new AsyncLocalStorage<Step[]>()

/** Runs `answer`, and what it starts, noting its steps in `steps`. */
export function onTrail<Result>(steps: Step[], answer: () => Result): Result {
  return trails.run(steps, answer)
}

/** Notes `step` for the request that is being answered. Returns its `ok`. */
export function compared(step: Step): boolean {
  const steps = trails.getStore()
  if (steps && steps.length < STEPS_MAX) steps.push(step)
  return step.ok
}
