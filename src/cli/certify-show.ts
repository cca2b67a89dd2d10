/**
 * The catalogue and the report of nationec certify on a terminal.
 * @module
 */
import { type Case, GROUPS, groupTitle, type Trial } from '../certify/case.js'
import {
  countVerdicts,
  type Report,
  type SpokenResult,
  speak,
} from '../certify/report.js'
import { systemLocale, text } from '../texts/index.js'
import { print, printJson, styled } from './output.js'

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

/** Prints a line a group, every failure in full, and the sum. */
export function showReport(report: Report, spoken: SpokenResult[]): void {
  for (const group of GROUPS) {
    const cases = spoken.filter(result => result.group === group)
    if (cases.length > 0) showGroup(text(groupTitle(group)), cases)
  }
  for (const result of spoken.filter(({ verdict }) => verdict === 'failed')) {
    showFailure(result)
  }
  const counts = countVerdicts(report)
  const seconds = (report.ms / 1000).toFixed(1)
  const summary = text('certify.summary', { ...counts, seconds })
  print(`\n${styled(counts.failed > 0 ? 'red' : 'green', summary)}`)
}

function showGroup(title: string, cases: SpokenResult[]): void {
  const passed = cases.filter(({ verdict }) => verdict === 'passed').length
  const failed = cases.some(({ verdict }) => verdict === 'failed')
  const mark = failed ? styled('red', '✗') : styled('green', '✓')
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
