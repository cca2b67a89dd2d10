/**
 * Runs trials one after the other, each with a subject of its own, and judges
 * their cases.
 * @module
 */
import { performance } from 'node:perf_hooks'
import type { Case, Group, Need, Trial } from './case.js'
import type { Clause } from './clauses.js'
import { said } from './expectations.js'
import { handsOf } from './hands.js'
import type { Subject } from './library-subject.js'
import type { CallSeen, Said } from './seen.js'
import type { Stage } from './stage.js'

/** What became of a case. */
export type Verdict = 'passed' | 'failed' | 'skipped'

export interface Result {
  id: string
  group: Group
  verdict: Verdict
  clause: Clause
  done: Said
  expected: Said
  /** What came instead, or why it was not tried. */
  seen?: Said | undefined
  /** Its share of the time that the trial took. */
  ms: number
}

export interface RunOptions {
  stage: Stage
  /** What is certified: fresh for each trial. */
  startSubject(): Promise<Subject>
  /** What this subject or stage has not. */
  lacks: readonly Need[]
  outBytes: number
  /** Told before each trial. */
  onTrial?: (trial: Trial, number: number) => void
}

/**
 * Runs `trials` and judges those of their cases that `wanted` names; all by
 * default. Rejects where a subject cannot be started.
 */
export async function runTrials(
  trials: readonly Trial[],
  options: RunOptions,
  wanted: (item: Case) => boolean = () => true,
): Promise<Result[]> {
  const results: Result[] = []
  for (const [number, trial] of trials.entries()) {
    options.onTrial?.(trial, number)
    const judged = await runTrial(trial, options)
    results.push(...trial.cases.filter(wanted).map(judged))
  }
  return results
}

async function runTrial(trial: Trial, options: RunOptions) {
  const startedAt = performance.now()
  const lack = trial.needs.find(need => options.lacks.includes(need))
  const calls = lack ? [] : await callsOf(trial, options)
  const ms = (performance.now() - startedAt) / trial.cases.length
  const bad = calls.find(({ ended }) => ended.how !== 'answered')
  return (item: Case): Result => {
    const { id, clause, expectation } = item
    const common = { id, group: trial.group, clause, done: trial.done, ms }
    const { expected } = expectation
    if (lack) {
      const seen = said(`certify.lacks.${lack}`)
      return { ...common, expected, verdict: 'skipped', seen }
    }
    const seen = bad ? badEnd(bad) : expectation.judge(calls)
    return { ...common, expected, verdict: seen ? 'failed' : 'passed', seen }
  }
}

/** A subject that ends badly after its calls has done so in the last one. */
async function callsOf(
  trial: Trial,
  { stage, startSubject, outBytes }: RunOptions,
): Promise<readonly CallSeen[]> {
  const subject = await startSubject()
  const running = trial.run(handsOf(subject, stage, outBytes))
  await Promise.allSettled([running])
  const reason = await subject.close()
  const calls = await running
  const last = calls.at(-1)
  if (reason === undefined || !last) return calls
  return [...calls.slice(0, -1), { ...last, ended: { how: 'died', reason } }]
}

function badEnd({ ended }: CallSeen): Said {
  if (ended.how === 'hung') {
    return said('certify.seen.hung', { seconds: ended.seconds })
  }
  const reason = ended.how === 'died' ? ended.reason : ''
  return said('certify.seen.died', { reason })
}
