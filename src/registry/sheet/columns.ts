/**
 * Which column of a sheet is which field of table 1: by the table's words, the
 * English ones, or our names, in any order.
 * @module
 */
import {
  fieldLabel,
  TABLE_1,
  type TerminalField,
  terminalType,
} from '../../dictionary/terminal-fields.js'
import { text } from '../../texts/index.js'
import type { RowProblem } from '../contract.js'
import type { TerminalRead } from './sheet.js'
import { SheetError } from './sheet-error.js'

/** In the order in which a sheet of ours has them. */
export const SHEET_FIELDS = [
  ...TABLE_1,
  'type',
  'orgId',
] as const satisfies readonly TerminalField[]

/** What the management centre may leave to the registry. */
const OPTIONAL: readonly TerminalField[] = ['filingNumber', 'filedOn', 'orgId']

/** A spreadsheet would take a text that begins so for a formula. */
const LIKE_FORMULA = /^[=+\-@\t\r]/

/** What Excel makes of a long number on its way to CSV: 1.1E+19. */
const ROUNDED = /^\d(\.\d+)?E\+\d+$/i
const OF_DIGITS: readonly TerminalField[] = ['filingNumber', 'mac', 'orgId']

/** Days between 1970 and the day 0 of spreadsheets. */
const DAY_ZERO = 25_569
const DAY_MS = 86_400_000

/**
 * The field of each column that the heading `cells` names. Throws SheetError
 * where one is unknown, there twice, or missing.
 */
export function columnsOf(row: number, cells: string[]): TerminalField[] {
  const problems: RowProblem[] = []
  const columns: TerminalField[] = []
  for (const [at, title] of trimmed(cells).entries()) {
    const field = fieldCalled(title)
    const fault = !field ? 'unknown-column' : 'column-twice'
    if (!field || columns.includes(field))
      problems.push({
        row,
        field: field ?? '',
        sentence: text(`sheet.${fault}`, {
          title: title.slice(0, 40),
          column: at + 1,
        }),
      })
    else columns[at] = field
  }
  for (const field of SHEET_FIELDS) {
    if (columns.includes(field) || OPTIONAL.includes(field)) continue
    const label = fieldLabel(field)
    const sentence = text('sheet.column-missing', { label })
    problems.push({ row, field, sentence })
  }
  if (problems.length > 0) throw new SheetError('columns', {}, problems)
  return columns
}

/** Whether `cells` are meant as a heading; a row of the rules names one field. */
export function isHeading(cells: string[]): boolean {
  return cells.filter(cell => fieldCalled(cell) !== undefined).length > 1
}

/** The row's fields by their names; empty cells are left out. */
export function contentOf(
  row: number,
  cells: string[],
  columns: TerminalField[],
): TerminalRead {
  const content: Record<string, string> = {}
  const problems: RowProblem[] = []
  for (const [at, cell] of trimmed(cells).entries()) {
    const field = columns[at]
    const value = cell.trim()
    if (value === '') continue
    const column = at + 1
    if (field === undefined)
      problems.push({
        row,
        field: '',
        sentence: text('sheet.too-many-cells', { column }),
      })
    else if (OF_DIGITS.includes(field) && ROUNDED.test(value))
      problems.push({
        row,
        field,
        sentence: text('sheet.rounded-at', { column, value }),
      })
    else content[field] = plainValue(field, value)
  }
  return problems.length > 0 ? { row, problems } : { row, content }
}

/** What {@link plainValue} reads as `value` again, and no program runs. */
export function harmless(value: string): string {
  return LIKE_FORMULA.test(value) ? `'${value}` : value
}

function plainValue(field: TerminalField, value: string): string {
  if (field === 'type') return terminalType(value) ?? value
  // The day's number, and the time of day behind its point.
  if (field === 'filedOn' && /^\d{5}(\.\d+)?$/.test(value))
    return new Date((Math.floor(Number(value)) - DAY_ZERO) * DAY_MS)
      .toISOString()
      .slice(0, 10)
  return value.startsWith("'") && LIKE_FORMULA.test(value.slice(1))
    ? value.slice(1)
    : value
}

function fieldCalled(title: string): TerminalField | undefined {
  const sought = plainTitle(title)
  return SHEET_FIELDS.find(field =>
    [field, fieldLabel(field, 'zh-CN'), fieldLabel(field, 'en')]
      .map(plainTitle)
      .includes(sought),
  )
}

/** As people write it: full-width, with blanks, a star for what must be. */
function plainTitle(title: string): string {
  return title.normalize('NFKC').replace(/[\s*]/g, '').toLowerCase()
}

/** Spreadsheets leave empty cells at the end. */
function trimmed(cells: string[]): string[] {
  let length = cells.length
  while (length > 0 && cells[length - 1]?.trim() === '') length -= 1
  return cells.slice(0, length)
}
