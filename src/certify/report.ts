/**
 * The report as data, and its sentences in one language.
 * @module
 */
import { type Locale, text } from '../texts/index.js'
import type { Clause } from './clauses.js'
import type { Result, Verdict } from './run.js'
import type { Said } from './seen.js'

/** Changed where a reader of the JSON would stumble. */
const FORMAT = 1

export interface Report {
  /** What was certified, as it was named on the command line. */
  subject: string
  /** strUrl of the platform. */
  platform: string
  startedAt: Date
  ms: number
  results: readonly Result[]
}

/** A result in words. */
export interface SpokenResult {
  id: string
  group: Result['group']
  verdict: Verdict
  clause: { where: string; quote: string }
  done: string
  expected: string
  seen?: string
  ms: number
}

/** How many results of each verdict there are. */
export function countVerdicts({ results }: Report): Record<Verdict, number> {
  const count = (verdict: Verdict) =>
    results.filter(result => result.verdict === verdict).length
  return {
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
  }
}

/** `result` in `locale`; quotations of the standard stay Chinese. */
export function speak(result: Result, locale: Locale): SpokenResult {
  const { id, group, verdict, ms } = result
  const say = ({ key, parameters }: Said) => text(key, parameters, locale)
  return {
    ...{ id, group, verdict },
    clause: speakClause(result.clause, locale),
    done: say(result.done),
    expected: say(result.expected),
    ...(result.seen && { seen: say(result.seen) }),
    ms: Math.round(ms),
  }
}

/** The report for programs. */
export function reportJson(report: Report, locale: Locale): object {
  const { subject, platform, startedAt, ms, results } = report
  return {
    format: FORMAT,
    subject,
    platform,
    startedAt: startedAt.toISOString(),
    ms: Math.round(ms),
    summary: countVerdicts(report),
    cases: results.map(result => speak(result, locale)),
  }
}

function speakClause(clause: Clause, locale: Locale) {
  if (!('practice' in clause)) return clause
  const where = text('certify.practice', {}, locale)
  return { where, quote: text(clause.practice, {}, locale) }
}
