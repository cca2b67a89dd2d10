/**
 * The catalogue and the report of nationec certify on a terminal.
 * @module
 */
import { writeFileSync } from 'node:fs'
import { type Case, GROUPS, groupTitle, type Trial } from '../certify/case.js'
import {
  countVerdicts,
  type Report,
  reportJson,
  type SpokenResult,
  speak,
} from '../certify/report.js'
import { reportHtml } from '../certify/report-html.js'
import { reportJunit } from '../certify/report-junit.js'
import { type Locale, systemLocale, text } from '../texts/index.js'
import { print, printJson, styled } from './output.js'

/** What a person reads; the rest is for the page of the report. */
const FAILURES_MAX = 20

/** Prints the cases that would be tried. */
export function listCases(
  trials: readonly Trial[],
  wanted: (item: Case) => boolean,
  { json }: { json?: true },
): void {
  const spoken = trials.flatMap(({ cases, group, done }) =>
    cases.filter(wanted).map(({ id, clause, expectation: { expected } }) => {
      const unjudged = { id, group, clause, done, expected, ms: 0 }
      return speak({ ...unjudged, verdict: 'skipped' }, systemLocale())
    }),
  )
  if (json) {
    printJson(spoken.map(({ verdict: _, ms: __, ...listed }) => listed))
    return
  }
  for (const { id, done, expected, clause } of spoken) {
    print(`${styled('bold', id)}  ${styled('dim', clause.where)}`)
    print(`  ${done} → ${expected}`)
  }
}

/** Where a report goes beside, or in place of, the terminal. */
export interface ReportFiles {
  json?: true
  junit?: string
  html?: string
}

/** Writes `report` to each of these files and to stdout. */
export function writeReport(
  report: Report,
  { json, junit, html }: ReportFiles,
): void {
  const locale = systemLocale()
  if (junit) writeFileSync(junit, reportJunit(report, locale))
  if (html) writeFileSync(html, reportHtml(report, locale))
  if (json) printJson(reportJson(report, locale))
  else showReport(report, locale)
}

/** A line a group, the first failures in full, and the sum. */
function showReport(report: Report, locale: Locale): void {
  const spoken = report.results.map(result => speak(result, locale))
  for (const group of GROUPS) {
    const cases = spoken.filter(result => result.group === group)
    if (cases.length > 0) showGroup(text(groupTitle(group)), cases)
  }
  const failures = spoken.filter(({ verdict }) => verdict === 'failed')
  for (const failure of failures.slice(0, FAILURES_MAX)) showFailure(failure)
  const count = failures.length - FAILURES_MAX
  if (count > 0) print(`\n${text('cli.certify.more', { count })}`)
  const counts = countVerdicts(report)
  const seconds = (report.ms / 1000).toFixed(1)
  const summary = text('certify.summary', { ...counts, seconds })
  print(`\n${styled(counts.failed > 0 ? 'red' : 'green', summary)}`)
}

function showGroup(title: string, cases: SpokenResult[]): void {
  const passed = cases.filter(({ verdict }) => verdict === 'passed').length
  const failed = cases.some(({ verdict }) => verdict === 'failed')
  const good = passed > 0 ? styled('green', '✓') : '-'
  const mark = failed ? styled('red', '✗') : good
  print(`${mark} ${title}  ${passed}/${cases.length}`)
  const skipped = cases.filter(({ verdict }) => verdict === 'skipped')
  for (const reason of new Set(skipped.map(({ seen = '' }) => seen))) {
    const count = skipped.filter(({ seen }) => seen === reason).length
    print(`  ${styled('dim', text('cli.certify.skipped', { count, reason }))}`)
  }
}

function showFailure({ id, done, clause, expected, seen }: SpokenResult): void {
  print(`\n${styled('red', '✗')} ${styled('bold', id)}  ${done}`)
  const rows: [string, string][] = [
    [text('certify.label.clause'), `${clause.where}  ${clause.quote}`],
    [text('certify.label.expected'), expected],
    [text('certify.label.seen'), seen ?? ''],
  ]
  for (const [label, value] of rows) {
    const lines = value.split('\n').map(line => line.trim())
    print(`    ${styled('dim', label)}  ${lines.join(' ')}`)
  }
}
