/**
 * Reads a sheet of terminals, CSV or XLSX by what is in it and not by its
 * name: row by row, so that a large one does not fill the memory.
 * @module
 */
import { open, stat } from 'node:fs/promises'
import { IMPORT_ROWS_MAX, type RowProblem } from '../contract.js'
import { columnsOf, contentOf, isHeading } from './columns.js'
import { readCsv } from './csv.js'
import { SheetError } from './sheet-error.js'
import { readXlsx } from './xlsx.js'

/** A sheet of 200 000 terminals has less than half of it. */
export const SHEET_BYTES_MAX = 100 * 1024 * 1024

/** Whoever formats a whole column has so many rows without anything in them. */
const SPREADSHEET_ROWS_MAX = 1_048_576

/** A heading has less. */
const FIRST_BYTES = 1024

/** In front of what Excel saves as “CSV UTF-8”. */
const UTF8_MARK = 'efbbbf'

/** A row as the file has it; `row` counts as a person does, from 1. */
export interface SheetRow {
  row: number
  cells: string[]
  /** Why its cells are not to be believed. */
  problems: RowProblem[]
}

/** A row of table 1, or what is wrong with it. */
export type TerminalRead =
  | { row: number; content: Record<string, string> }
  | { row: number; problems: RowProblem[] }

/**
 * The terminals of the sheet at `path`, without judging their values.
 * `onProgress` is told which part of the file is read, from 0 to 1. Throws
 * SheetError where the file is no sheet of terminals.
 */
export async function* readTerminals(
  path: string,
  onProgress: (part: number) => void = () => {},
): AsyncGenerator<TerminalRead> {
  let columns: ReturnType<typeof columnsOf> | undefined
  for await (const { row, cells, problems } of await rowsOf(path, onProgress)) {
    const empty = problems.length === 0 && cells.every(isBlank)
    if (row > (empty ? SPREADSHEET_ROWS_MAX : IMPORT_ROWS_MAX + 1))
      throw new SheetError('too-many-rows', { max: IMPORT_ROWS_MAX })
    if (empty) continue
    if (!columns) columns = columnsOf(row, cells)
    else if (problems.length > 0) yield { row, problems }
    else yield contentOf(row, cells, columns)
  }
  if (!columns) throw new SheetError('empty')
}

function isBlank(cell: string): boolean {
  return cell.trim() === ''
}

async function rowsOf(
  path: string,
  onProgress: (part: number) => void,
): Promise<AsyncGenerator<SheetRow>> {
  const { size } = await stat(path)
  if (size > SHEET_BYTES_MAX)
    throw new SheetError('too-large', { megabytes: SHEET_BYTES_MAX >> 20 })
  const first = await firstBytes(path)
  if (first.startsWith('504b0304')) return readXlsx(path, isHeading, onProgress)
  if (first.startsWith('d0cf11e0')) throw new SheetError('old-excel')
  if (isUtf16(first)) throw new SheetError('utf-16')
  const start = first.startsWith(UTF8_MARK) ? UTF8_MARK.length / 2 : 0
  return readCsv(path, { start, size }, onProgress)
}

/** By its mark, or the zero byte that its commas and line ends have. */
function isUtf16(first: string): boolean {
  return /^(fffe|feff)/.test(first) || /^(..)*00/.test(first)
}

/** In hexadecimal. */
async function firstBytes(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(FIRST_BYTES))
    return buffer.subarray(0, bytesRead).toString('hex')
  } finally {
    await file.close()
  }
}
