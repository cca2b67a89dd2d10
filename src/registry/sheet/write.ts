/**
 * Writes terminals as a sheet that {@link readTerminals} takes, and an empty
 * one to fill in.
 * @module
 */
import { open, writeFile } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import writeExcelFile, { type SheetData } from 'write-excel-file/node'
import {
  fieldLabel,
  TERMINAL_TYPES,
  type TerminalField,
  typeLabel,
} from '../../dictionary/terminal-fields.js'
import { text } from '../../texts/index.js'
import { IMPORT_ROWS_MAX, type TerminalView } from '../contract.js'
import { harmless, SHEET_FIELDS } from './columns.js'
import { SheetError } from './sheet-error.js'

/** What the management centre's own sheets are in. */
const LOCALE = 'zh-CN'

/** By this Excel knows that it is UTF-8. */
const MARK = '\ufeff'

/** Characters; the longest label fits. */
const COLUMN_WIDTH = 24

/** Of a template whose cells are text. */
const TEMPLATE_ROWS = 2000

/**
 * Of an XLSX: its rows are in memory until all are there, some 3 kB each, and
 * no import takes more.
 */
export const XLSX_ROWS_MAX = IMPORT_ROWS_MAX

/** Whether `path` is to be XLSX; else it is CSV. */
export function isXlsx(path: string): boolean {
  return /\.xlsx$/i.test(path)
}

/**
 * `terminals` as a sheet at `path`; the file must not be there yet. Rejects
 * with SheetError where they are more than an XLSX may hold; CSV has no limit.
 */
export async function writeTerminals(
  path: string,
  terminals: AsyncIterable<TerminalView>,
): Promise<number> {
  return isXlsx(path) ? writeXlsx(path, terminals) : writeCsv(path, terminals)
}

/**
 * A heading and nothing below it. In XLSX its cells are text, or a spreadsheet
 * would round the numbers, and another sheet says what each column must be.
 */
export async function writeTemplate(path: string): Promise<void> {
  if (!isXlsx(path)) {
    await writeCsv(path, nothing())
    return
  }
  const rules: SheetData = SHEET_FIELDS.map(field => [
    { value: fieldLabel(field, LOCALE), fontWeight: 'bold' },
    { value: text(`terminal.rule.${field}`, {}, LOCALE) },
  ])
  await toNewFile(path, [
    sheetOf([heading(), ...toFillIn()], text('sheet.name', {}, LOCALE)),
    sheetOf(rules, text('sheet.rules', {}, LOCALE)),
  ])
}

async function writeCsv(
  path: string,
  terminals: AsyncIterable<TerminalView>,
): Promise<number> {
  const file = (await open(path, 'wx')).createWriteStream()
  const csv = stringify()
  csv.pipe(file)
  file.write(MARK)
  csv.write(SHEET_FIELDS.map(field => fieldLabel(field, LOCALE)))
  let count = 0
  for await (const terminal of terminals) {
    count += 1
    const cells = SHEET_FIELDS.map(field => harmless(cellOf(terminal, field)))
    if (!csv.write(cells)) await drained(csv)
  }
  csv.end()
  await finished(file)
  return count
}

async function writeXlsx(
  path: string,
  terminals: AsyncIterable<TerminalView>,
): Promise<number> {
  const rows: SheetData = [heading()]
  for await (const terminal of terminals) {
    if (rows.length > XLSX_ROWS_MAX)
      throw new SheetError('too-many-to-write', { max: XLSX_ROWS_MAX })
    rows.push(
      SHEET_FIELDS.map(field => ({
        value: cellOf(terminal, field),
        type: String,
        format: '@',
      })),
    )
  }
  await toNewFile(path, [sheetOf(rows, text('sheet.name', {}, LOCALE))])
  return rows.length - 1
}

function heading() {
  return SHEET_FIELDS.map(field => ({
    value: fieldLabel(field, LOCALE),
    fontWeight: 'bold' as const,
  }))
}

function toFillIn(): SheetData {
  const empty = { type: String, format: '@' }
  const row = SHEET_FIELDS.map(() => empty)
  return Array.from({ length: TEMPLATE_ROWS }, () => row)
}

function sheetOf(data: SheetData, sheet: string) {
  const columns = SHEET_FIELDS.map(() => ({ width: COLUMN_WIDTH }))
  return { data, sheet, columns, stickyRowsCount: 1 }
}

async function toNewFile(
  path: string,
  sheets: ReturnType<typeof sheetOf>[],
): Promise<void> {
  const content = await writeExcelFile(sheets).toBuffer()
  await writeFile(path, content, { flag: 'wx' })
}

function cellOf(terminal: TerminalView, field: TerminalField): string {
  const value = terminal[field] ?? ''
  const type = TERMINAL_TYPES.find(one => field === 'type' && one === value)
  return type ? typeLabel(type, LOCALE) : value
}

function drained(stream: NodeJS.EventEmitter): Promise<void> {
  return new Promise(resolve => void stream.once('drain', resolve))
}

async function* nothing(): AsyncGenerator<never> {}
