/**
 * Reads a sheet of terminals, CSV or XLSX by what is in it and not by its
 * name: row by row, so that a large one does not fill the memory.
 * @module
 */
import { open, stat } from 'node:fs/promises'
import type { RowProblem } from '../contract.js'
import { columnsOf, contentOf } from './columns.js'
import { readCsv } from './csv.js'
import { SheetError } from './sheet-error.js'
import { readXlsx } from './xlsx.js'

/** A sheet of 200 000 terminals has less than half of it. */
export const SHEET_BYTES_MAX = 100 * 1024 * 1024

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
    if (cells.every(cell => cell.trim() === '') && problems.length === 0)
      continue
    if (!columns) columns = columnsOf(row, cells)
    else if (problems.length > 0) yield { row, problems }
    else yield contentOf(row, cells, columns)
  }
  if (!columns) throw new SheetError('empty')
}

async function rowsOf(
  path: string,
  onProgress: (part: number) => void,
): Promise<AsyncGenerator<SheetRow>> {
  const { size } = await stat(path)
  if (size > SHEET_BYTES_MAX)
    throw new SheetError('too-large', { megabytes: SHEET_BYTES_MAX >> 20 })
  const first = await firstBytes(path)
  if (first.startsWith('504b0304')) return readXlsx(path, onProgress)
  if (first === 'd0cf11e0') throw new SheetError('old-excel')
  if (/^(fffe|feff)/.test(first)) throw new SheetError('utf-16')
  const start = first.startsWith(UTF8_MARK) ? UTF8_MARK.length / 2 : 0
  return readCsv(path, { start, size }, onProgress)
}

async function firstBytes(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.subarray(0, bytesRead).toString('hex')
  } finally {
    await file.close()
  }
}
