/**
 * The report as JUnit XML, which every CI reads.
 * @module
 */
import { type Locale, text } from '../texts/index.js'
import { GROUPS, groupTitle } from './case.js'
import { escapeMarkup } from './markup.js'
import {
  countVerdicts,
  type Report,
  type SpokenResult,
  speak,
} from './report.js'

/** `report` as one XML document. */
export function reportJunit(report: Report, locale: Locale): string {
  const { passed, failed, skipped } = countVerdicts(report)
  const spoken = report.results.map(result => speak(result, locale))
  const suites = GROUPS.map(group => ({
    name: text(groupTitle(group), {}, locale),
    cases: spoken.filter(result => result.group === group),
  }))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${escapeMarkup(report.subject)}" tests="${passed + failed + skipped}" failures="${failed}" skipped="${skipped}" time="${seconds(report.ms)}">`,
    ...suites.filter(({ cases }) => cases.length > 0).flatMap(suite),
    '</testsuites>',
    '',
  ].join('\n')
}

function suite({ name, cases }: { name: string; cases: SpokenResult[] }) {
  const count = (verdict: string) =>
    cases.filter(one => one.verdict === verdict).length
  return [
    `  <testsuite name="${escapeMarkup(name)}" tests="${cases.length}" failures="${count('failed')}" skipped="${count('skipped')}">`,
    ...cases.flatMap(testCase),
    '  </testsuite>',
  ]
}

function testCase(result: SpokenResult): string[] {
  const { id, done, group, ms } = result
  const open = `    <testcase classname="nationec.${group}" name="${escapeMarkup(`${id}: ${done}`)}" time="${seconds(ms)}"`
  if (result.verdict === 'passed') return [`${open}/>`]
  return [`${open}>`, `      ${inside(result)}`, '    </testcase>']
}

function inside({
  verdict,
  seen = '',
  expected,
  clause,
}: SpokenResult): string {
  const message = `message="${escapeMarkup(seen)}"`
  if (verdict === 'skipped') return `<skipped ${message}/>`
  const detail = `${expected}\n${clause.where}\n${clause.quote}`
  return `<failure ${message}>${escapeMarkup(detail)}</failure>`
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3)
}
