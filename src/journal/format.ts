/**
 * Calls and their steps as lines for people.
 * @module
 */
import { type Locale, text } from '../texts/index.js'
import type { CallRow, CallSummary } from './steps.js'

/** What JSON leaves as it is: C1 controls, and what turns a line around. */
const STEERING = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/** Columns of the widest time, `+ 600000.0 ms`. */
const TIME_COLUMNS = 8

/**
 * One line for each row: time since the call began, step, facts, and the
 * personal data where it was unsealed. Text that a device or a platform sent
 * cannot leave its line or steer the terminal.
 */
export function formatCall(rows: readonly CallRow[], locale: Locale): string {
  return rows.map(row => formatRow(row, locale)).join('\n')
}

/** One line for each call: id, code, time taken, type, institution, address. */
export function formatList(calls: readonly CallSummary[]): string {
  const rows = calls.map(call => [
    call.id,
    `${call.code ?? call.last}`,
    `${call.ms.toFixed(0)} ms`,
    ...[call.transType, call.orgId, call.strUrl].map(value =>
      value === null ? '-' : quote(value).slice(1, -1),
    ),
  ])
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map(row => row[column]?.length ?? 0)),
  )
  const pad = (cell: string, column: number) => cell.padEnd(widths[column] ?? 0)
  return rows.map(row => row.map(pad).join('  ').trimEnd()).join('\n')
}

function formatRow(row: CallRow, locale: Locale): string {
  const time = row.elapsed.toFixed(1).padStart(TIME_COLUMNS)
  const step = text(`journal.step.${row.step}`, {}, locale)
  const details = Object.entries({ ...row.facts, ...row.personal }).map(
    ([name, value]) => `${name}=${quote(value)}`,
  )
  if (row.sealed && !row.personal)
    details.push(text('journal.sealed', {}, locale))
  return [`+${time} ms`, step, ...details].join('  ')
}

function quote(value: unknown): string {
  return JSON.stringify(value).replace(STEERING, character => {
    const hex = character.charCodeAt(0).toString(16).padStart(4, '0')
    return `\\u${hex}`
  })
}
