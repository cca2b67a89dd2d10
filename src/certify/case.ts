/**
 * The catalogue's shape: a trial is done once, and each of its cases judges
 * one thing that must have come of it.
 * @module
 */
import type { TextKey } from '../texts/index.js'
import type { Clause } from './clauses.js'
import type { Hands } from './hands.js'
import type { CallSeen, Said } from './seen.js'

/** What a trial cannot do without. */
export type Need =
  /** A code is read. */
  | 'scan'
  /** A platform that gives codes of a known person and kind. */
  | 'sandbox'
  /** A gun that shows what it is told, and no person's hands. */
  | 'gun'
  /** Bytes that are not UTF-8. */
  | 'bytes'
  /** Memory that is looked at, and several threads: a library. */
  | 'memory'

/** What must come, and who tells whether it did. */
export interface Expectation {
  expected: Said
  /** What came instead; undefined where the expectation is met. */
  judge(calls: readonly CallSeen[]): Said | undefined
}

export interface Case {
  /** Begins with the trial's id: query.returned. Never reused. */
  id: string
  /** On whose word it must be so. */
  clause: Clause
  expectation: Expectation
}

export interface Trial {
  id: string
  group: Group
  /** What is done. */
  done: Said
  needs: readonly Need[]
  /** Does it; the calls in the order in which they are judged. */
  run(hands: Hands): Promise<readonly CallSeen[]>
  cases: readonly Case[]
}

/** The catalogue's parts, in the order of a report. */
export const GROUPS = [
  'abi',
  'request',
  'arrival',
  'codes',
  'flow',
  'threads',
] as const
export type Group = (typeof GROUPS)[number]

/** The sentence that names a group. */
export function groupTitle(group: Group): TextKey {
  return `certify.group.${group}`
}

/** A case of the trial `trial`. */
export function caseOf(
  trial: string,
  name: string,
  clause: Clause,
  expectation: Expectation,
): Case {
  return { id: `${trial}.${name}`, clause, expectation }
}
