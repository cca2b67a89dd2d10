/**
 * Reads a sheet in a process of its own, and compares its memory with that for
 * a sheet of one row.
 * @module
 */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import t, { type Test } from 'tap'
import type { Reading } from './read-sheet.js'
import { HEADING, ROW, rowXml, sheetXml, workbook, written } from './sheets.js'
import { zipOf } from './zip.js'

export async function read(path: string): Promise<Reading> {
  const reader = fileURLToPath(new URL('read-sheet.js', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [reader, path])
  return JSON.parse(stdout) as Reading
}

const small = sheetXml(rowXml(1, HEADING), rowXml(2, ROW))
const { peak } = await read(written(t, zipOf(workbook([small])), 'small.xlsx'))

/** Reads the sheet at `path` in less than `most` times a small one's memory. */
export async function readInLittle(t: Test, path: string, most: number) {
  const reading = await read(path)
  const times = reading.peak / peak
  t.comment(`${times.toFixed(1)} times the memory for a small sheet`)
  t.ok(times < most, `${times}`)
  return reading
}
