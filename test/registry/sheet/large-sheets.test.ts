/**
 * Sheets as large as they may be, and larger.
 */
import { randomBytes } from 'node:crypto'
import { closeSync, openSync, statSync, truncateSync, writeSync } from 'node:fs'
import t from 'tap'
import { IMPORT_ROWS_MAX } from '../../../src/registry/contract.js'
import { SHEET_BYTES_MAX } from '../../../src/registry/sheet/sheet.js'
import { read, readInLittle } from './reading.js'
import {
  csv,
  HEADING,
  ROW,
  replaced,
  rowXml,
  SHEET_END,
  SHEET_START,
  sheetXml,
  workbook,
  written,
} from './sheets.js'
import { deflated, type Packed, zipOf } from './zip.js'

/** Rows that are made at once. */
const SOME = 1000

t.test('a CSV of 100 MB', async t => {
  const path = written(t, csv(HEADING))
  const rows = IMPORT_ROWS_MAX - 1
  const line = (cell: string) => csv(replaced(2, cell))
  const filling = Math.floor((SHEET_BYTES_MAX - 1000) / rows)
  const length = filling - Buffer.byteLength(line(''))
  const file = openSync(path, 'a')
  for (let at = 0; at < rows; at += SOME) {
    const count = Math.min(SOME, rows - at)
    writeSync(file, line('x'.repeat(length)).repeat(count))
  }
  writeSync(file, csv(replaced(0, '9.9E+19')))
  closeSync(file)
  t.ok(statSync(path).size > 0.99 * SHEET_BYTES_MAX)
  const reading = await readInLittle(t, path, 2)
  t.match(reading, { rows: IMPORT_ROWS_MAX, refusal: null, part: 1 })
  t.match(reading.problems, [/^200001 column 1 /])
  truncateSync(path, SHEET_BYTES_MAX + 1)
  t.match(await read(path), { rows: 0, refusal: 'too-large' })
})

/** Characters of a cell, so that all rows are 100 MB once deflated. */
const CELL_LENGTH = 605

/** Rows that deflate badly; every 50 000th has a formula. */
function* incompressible(rows: number) {
  yield SHEET_START + rowXml(1, HEADING)
  for (let at = 0; at < rows; at += SOME) {
    const noise = randomBytes(SOME * CELL_LENGTH).toString('base64')
    const some = Array.from({ length: SOME }, (_, of) => {
      const row = at + of + 2
      const cell = noise.slice(of * CELL_LENGTH, (of + 1) * CELL_LENGTH)
      const formula = row % 50_000 === 0 ? '<c r="A1"><f>1</f></c>' : ''
      return rowXml(row, replaced(2, cell), formula)
    })
    yield some.join('')
  }
  yield SHEET_END
}

t.test('an XLSX of 100 MB', async t => {
  const sheet = deflated(incompressible(IMPORT_ROWS_MAX))
  const bytes = zipOf(workbook([sheet]))
  t.ok(bytes.length > 0.95 * SHEET_BYTES_MAX, `${bytes.length}`)
  const path = written(t, bytes, 's.xlsx')
  const reading = await readInLittle(t, path, 2)
  t.match(reading, { rows: IMPORT_ROWS_MAX, refusal: null, part: 1 })
  t.match(reading.problems, [
    /^50000 .*formula/,
    /^100000 /,
    /^150000 /,
    /^200000 /,
  ])
  const larger = written(t, bytes, 's.xlsx')
  truncateSync(larger, SHEET_BYTES_MAX + 1)
  t.match(await read(larger), { rows: 0, refusal: 'too-large' })
})

t.test('an XLSX whose words are all shared', async t => {
  const words = 5 * IMPORT_ROWS_MAX
  function* shared() {
    yield '<sst>'
    for (let at = 0; at < words; at += SOME)
      yield Array.from(
        { length: SOME },
        (_, of) => `<si><t>某某医院第 ${at + of} 台自助终端</t></si>`,
      ).join('')
    yield '</sst>'
  }
  function* rows() {
    yield SHEET_START + rowXml(1, HEADING)
    for (let at = 0; at < IMPORT_ROWS_MAX; at += SOME)
      yield Array.from({ length: SOME }, (_, of) => {
        const row = at + of + 2
        const cell = `<c r="B${row}" t="s"><v>${at + of}</v></c>`
        return rowXml(row, ROW, cell)
      }).join('')
    yield SHEET_END
  }
  const parts = workbook<Packed>([deflated(rows())], {
    shared: deflated(shared()),
  })
  const path = written(t, zipOf(parts), 's.xlsx')
  const reading = await readInLittle(t, path, 3.5)
  t.match(reading, { rows: IMPORT_ROWS_MAX, refusal: null, problems: [] })
})

t.test('more rows than are taken', async t => {
  const text = csv(HEADING) + csv(ROW).repeat(IMPORT_ROWS_MAX + 1)
  const refusal = 'too-many-rows'
  const rows = IMPORT_ROWS_MAX
  t.match(await read(written(t, text)), { rows, refusal })
  const last = rowXml(IMPORT_ROWS_MAX + 2, ROW)
  const sheet = sheetXml(rowXml(1, HEADING), rowXml(2, ROW), last)
  const path = written(t, zipOf(workbook([sheet])), 's.xlsx')
  t.match(await read(path), { rows: 1, refusal })
})
