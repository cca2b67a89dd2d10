/**
 * Sheets of terminals as programs write them, and what is read of them.
 * @module
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import { fieldLabel } from '../../../src/dictionary/terminal-fields.js'
import { SHEET_FIELDS } from '../../../src/registry/sheet/columns.js'
import {
  readTerminals,
  type TerminalRead,
} from '../../../src/registry/sheet/sheet.js'
import { application } from '../terminals.js'

export const HEADING = SHEET_FIELDS.map(field => fieldLabel(field, 'zh-CN'))

const { type, orgId, ...table } = application()
/** What {@link ROW} says. */
export const content = { ...table, type, orgId }
export const ROW = [
  '',
  content.name,
  content.purpose,
  content.version,
  content.institution,
  content.developer,
  '',
  content.mac,
  '自助服务终端',
  content.orgId,
]

/** {@link ROW} with `cell` in the column `at`. */
export const replaced = (at: number, cell: string) =>
  ROW.map((own, column) => (column === at ? cell : own))

export const csv = (...rows: string[][]) =>
  rows.map(row => `${row.join(',')}\r\n`).join('')

export function written(t: Test, bytes: string | Buffer, name = 'sheet.csv') {
  const path = join(t.testdir({}), name)
  writeFileSync(path, bytes)
  return path
}

export async function readAll(path: string): Promise<TerminalRead[]> {
  const rows: TerminalRead[] = []
  for await (const row of readTerminals(path)) rows.push(row)
  return rows
}

/** The sentences of what is wrong, by row. */
export const faults = (rows: TerminalRead[]) =>
  rows.flatMap(row =>
    'problems' in row
      ? row.problems.map(({ row, sentence }) => `${row} ${sentence}`)
      : [],
  )

const LETTERS = 'ABCDEFGHIJ'

/** The tag <c> of a text in its place. */
export const textCell = (at: string, value: string) =>
  `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`

/** A row of texts, with `more` cells behind them. */
export const rowXml = (row: number, cells: string[], more = '') =>
  `<row r="${row}">${cells.map((cell, at) => textCell(`${LETTERS[at]}${row}`, cell)).join('')}${more}</row>`

export const SHEET_START =
  '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
export const SHEET_END = '</sheetData></worksheet>'
export const sheetXml = (...rows: string[]) =>
  SHEET_START + rows.join('') + SHEET_END

/** The parts of a file with `sheets`, called sheet1 and so on. */
export function workbook<Part>(
  sheets: Part[],
  { properties = '', shared }: { properties?: string; shared?: Part } = {},
): Record<string, Part | string> {
  const listed = sheets.map(
    (_, at) => `<sheet name="sheet${at + 1}" r:id="rId${at + 1}"/>`,
  )
  const related = sheets.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Target="worksheets/${at + 1}.xml"/>`,
  )
  const words = `<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="/xl/words.xml"/>`
  return {
    'xl/workbook.xml': `<workbook xmlns:r="r">${properties}<sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${related.join('')}${shared === undefined ? '' : words}</Relationships>`,
    ...(shared !== undefined && { 'xl/words.xml': shared }),
    ...Object.fromEntries(
      sheets.map((sheet, at) => [`xl/worksheets/${at + 1}.xml`, sheet]),
    ),
  }
}
