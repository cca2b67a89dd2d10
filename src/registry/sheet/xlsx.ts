/**
 * Reads the sheet of terminals of an XLSX file as it streams by.
 * @module
 */
import type { SheetRow } from './sheet.js'
import { SheetError } from './sheet-error.js'
import { openArchive, type XlsxArchive } from './xlsx-archive.js'
import { RowReader } from './xlsx-rows.js'
import { readWorkbook, type Workbook } from './xlsx-workbook.js'

/** Tabs that are looked at; a file of ours has two. */
const SHEETS_MAX = 20

/**
 * The rows of the one sheet in the file at `path` whose first row `isHeading`
 * knows, or of the first sheet where it knows none. Throws SheetError where
 * there are several, since rows of two sheets would have the same numbers.
 */
export async function* readXlsx(
  path: string,
  isHeading: (cells: string[]) => boolean,
  onProgress: (part: number) => void,
): AsyncGenerator<SheetRow> {
  const archive = await openArchive(path)
  try {
    const workbook = await readWorkbook(archive)
    const part = await sheetOfTerminals(archive, workbook, isHeading)
    yield* rowsOf(archive, part, workbook.shared, onProgress)
  } catch (error) {
    if (error instanceof SheetError) throw error
    const reason = error instanceof Error ? error.message : ''
    throw new SheetError('not-xlsx', { reason: reason.slice(0, 80) })
  } finally {
    archive.close()
  }
}

async function sheetOfTerminals(
  archive: XlsxArchive,
  { sheets, shared }: Workbook,
  isHeading: (cells: string[]) => boolean,
): Promise<string> {
  const found: typeof sheets = []
  for (const sheet of sheets.slice(0, SHEETS_MAX)) {
    for await (const { cells } of rowsOf(archive, sheet.part, shared)) {
      if (cells.every(cell => cell.trim() === '')) continue
      if (isHeading(cells)) found.push(sheet)
      break
    }
  }
  if (found.length > 1) {
    const names = found.map(({ name }) => name).join(', ')
    throw new SheetError('several-sheets', { names: names.slice(0, 200) })
  }
  return (found[0] ?? sheets[0])?.part ?? ''
}

async function* rowsOf(
  archive: XlsxArchive,
  part: string,
  shared: string[],
  onProgress?: (part: number) => void,
): AsyncGenerator<SheetRow> {
  const reader = new RowReader(shared)
  for await (const chunk of archive.read(part, onProgress))
    yield* reader.read(chunk)
  reader.close()
}
