/**
 * Reads CSV as Excel writes it in China: GBK, or UTF-8 with a mark or without.
 * The bytes are taken apart first and decoded then, row by row, so that a row
 * in another charset than the file's is named. No byte of GBK or GB18030 can
 * be taken for a comma, a quote or the end of a line.
 * @module
 */
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import { decodeText } from '../../charset.js'
import { text } from '../../texts/index.js'
import type { SheetRow } from './sheet.js'
import { SheetError } from './sheet-error.js'

/** A row of table 1 has less than 1000 characters. */
const ROW_BYTES_MAX = 64 * 1024

/** Chinese, which no text of GBK is by accident once read as UTF-8. */
const CHINESE = /\p{Script=Han}/u

/** The rows of the file at `path` from byte `start` to its `size`. */
export async function* readCsv(
  path: string,
  { start, size }: { start: number; size: number },
  onProgress: (part: number) => void,
): AsyncGenerator<SheetRow> {
  const charset = (await isUtf8(path)) ? 'utf-8' : 'gb18030'
  const file = createReadStream(path, { start })
  const parser = parse({
    encoding: null,
    relax_column_count: true,
    max_record_size: ROW_BYTES_MAX,
  })
  pipeline(file, parser, () => {})
  let row = 0
  try {
    for await (const cells of parser as AsyncIterable<Buffer[]>) {
      row += 1
      onProgress((start + file.bytesRead) / size)
      yield decoded(row, cells, charset)
    }
  } catch (error) {
    const { code = '' } = error as CsvError
    if (!code.startsWith('CSV_')) throw error
    throw new SheetError('not-csv', { row: row + 1, reason: code })
  }
}

function decoded(
  row: number,
  cells: Buffer[],
  charset: 'utf-8' | 'gb18030',
): SheetRow {
  const texts = cells.map(cell => decodeText(cell, charset))
  const other = charset === 'gb18030' && isOtherCharset(cells)
  const fault = other ? 'mixed' : texts.includes(undefined) && 'garbled'
  const sentences = texts.flatMap((cell, at) =>
    cell?.trimStart().startsWith('=')
      ? [text('sheet.formula-at', { column: at + 1 })]
      : [],
  )
  if (fault) sentences.push(text(`sheet.${fault}`))
  return {
    row,
    cells: texts.map(text => text ?? ''),
    problems: sentences.map(sentence => ({ row, field: '', sentence })),
  }
}

/** Whether a row of a GBK file is UTF-8 beyond doubt. */
function isOtherCharset(cells: Buffer[]): boolean {
  const whole = decodeText(Buffer.concat(cells), 'utf-8')
  return whole !== undefined && CHINESE.test(whole)
}

/** Whether all of the file is, so that rows of it need not be guessed at. */
async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of createReadStream(path))
      decoder.decode(chunk, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
