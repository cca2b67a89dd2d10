import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import t, { type Test } from 'tap'
import writeExcelFile from 'write-excel-file/node'
import { fieldLabel } from '../../../src/dictionary/terminal-fields.js'
import { SHEET_FIELDS } from '../../../src/registry/sheet/columns.js'
import {
  readTerminals,
  SHEET_BYTES_MAX,
  type TerminalRead,
} from '../../../src/registry/sheet/sheet.js'
import { application } from '../terminals.js'
import { zipOf } from './zip.js'

const HEADING = SHEET_FIELDS.map(field => fieldLabel(field, 'zh-CN'))
const { type, orgId, ...table } = application()
const content = { ...table, type, orgId }
const ROW = [
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
const csv = (...rows: string[][]) =>
  rows.map(row => `${row.join(',')}\r\n`).join('')
const replaced = (at: number, cell: string) =>
  ROW.map((own, column) => (column === at ? cell : own))

async function readAll(path: string): Promise<TerminalRead[]> {
  const rows: TerminalRead[] = []
  for await (const row of readTerminals(path)) rows.push(row)
  return rows
}

function written(t: Test, bytes: string | Buffer, name = 'sheet.csv') {
  const path = join(t.testdir({}), name)
  writeFileSync(path, bytes)
  return path
}

/** The sentences of what is wrong, by row. */
const faults = (rows: TerminalRead[]) =>
  rows.flatMap(row =>
    'problems' in row
      ? row.problems.map(({ row, sentence }) => `${row} ${sentence}`)
      : [],
  )

const good = [{ row: 2, content }]

t.test('CSV in each charset of Excel', async t => {
  const text = csv(HEADING, ROW)
  const files = {
    'UTF-8': Buffer.from(text),
    'UTF-8 with a mark': Buffer.from(`\ufeff${text}`),
    'quoted behind a mark': Buffer.from(
      `\ufeff"${HEADING[0]}"${text.slice(5)}`,
    ),
    GBK: iconv.encode(text, 'gbk'),
    GB18030: iconv.encode(text, 'gb18030'),
    'GBK with lines of Unix': iconv.encode(text.replaceAll('\r', ''), 'gbk'),
  }
  for (const [name, bytes] of Object.entries(files))
    t.strictSame(await readAll(written(t, bytes)), good, name)
})

t.test('columns in any order, by any of their names', async t => {
  const order = [7, 9, 8, 1, 2, 3, 4, 5]
  const pick = (cells: string[]) => order.map(at => cells[at] ?? '')
  const headings = {
    ours: [...SHEET_FIELDS],
    English: SHEET_FIELDS.map(field => fieldLabel(field, 'en').toUpperCase()),
    starred: HEADING.map(title => ` ${title.replace('MAC', 'ＭＡＣ')}*`),
  }
  for (const [name, heading] of Object.entries(headings)) {
    const text = csv(pick(heading), pick(ROW), [], [' ', ''], pick(ROW))
    const rows = await readAll(written(t, text))
    t.strictSame(rows, [...good, { row: 5, content }], name)
  }
})

t.test('wrong columns are all named', async t => {
  const heading = ['MAC', ...HEADING.slice(1), '颜色', '终端的名称']
  await t.rejects(readAll(written(t, csv(heading, ROW))), {
    code: 'columns',
    problems: [
      { row: 1, sentence: /MAC/ },
      { row: 1, sentence: /颜色/ },
      { row: 1, field: 'name' },
    ],
  })
  await t.rejects(readAll(written(t, csv(HEADING.slice(0, 7)))), {
    code: 'columns',
    problems: [{ field: 'mac' }, { field: 'type' }],
  })
  for (const text of ['', '\r\n\r\n'])
    await t.rejects(readAll(written(t, text)), { code: 'empty' })
  const rows = await readAll(written(t, csv(HEADING, [...ROW, 'x'])))
  t.match(faults(rows), [/^2 column 11/])
})

t.test('rows of another charset than the file', async t => {
  const line = (charset: string, row = ROW) => iconv.encode(csv(row), charset)
  const bytes = Buffer.concat([
    line('gbk', HEADING),
    line('gbk'),
    line('utf8'),
    line('gbk', replaced(1, '联通')),
    Buffer.concat([Buffer.from([0xff, 0xff]), line('gbk')]),
  ])
  const rows = await readAll(written(t, bytes))
  t.match(faults(rows), [/^3 .*UTF-8/, /^5 .*neither/])
  t.match(rows[2], { row: 4, content: { name: '联通' } })
})

t.test('formulas, and texts that a spreadsheet takes for some', async t => {
  const rows = await readAll(
    written(
      t,
      csv(
        HEADING,
        replaced(3, '=1+1'),
        replaced(1, '"=HYPERLINK(""x"")"'),
        replaced(1, "'=no"),
        replaced(1, "'quoted'"),
      ),
    ),
  )
  t.match(faults(rows), [/^2 .*formula/, /^3 .*formula/])
  t.match(rows[2], { content: { name: '=no' } })
  t.match(rows[3], { content: { name: "'quoted'" } })
})

t.test('broken CSV is told by its row', async t => {
  const open = csv(HEADING, ROW, replaced(1, '"never closed'))
  await t.rejects(readAll(written(t, open)), { code: 'not-csv', message: /3/ })
  const long = csv(HEADING, replaced(1, 'x'.repeat(70_000)))
  await t.rejects(readAll(written(t, long)), { code: 'not-csv' })
})

t.test('XLSX as programs write it', async t => {
  const path = join(t.testdir({}), 'sheet.csv')
  const dated = replaced(6, '2019/05/01')
  await writeExcelFile([
    { data: [HEADING, ROW, dated], sheet: 'a' },
    { data: [['x']], sheet: 'b' },
  ]).toFile(path)
  t.strictSame(
    await readAll(path),
    [...good, { row: 3, content: { ...content, filedOn: '2019/05/01' } }],
    'whatever it is called',
  )
})

const CELL = (at: string, value: string) =>
  `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`
const LETTERS = 'ABCDEFGHIJ'
const sheetXml = (...rows: string[]) =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData></worksheet>`
const rowXml = (row: number, cells: string[], more = '') =>
  `<row r="${row}">${cells.map((cell, at) => CELL(`${LETTERS[at]}${row}`, cell)).join('')}${more}</row>`

const workbook = (sheet: string, properties = '') => ({
  'xl/workbook.xml': `<workbook xmlns:r="r">${properties}<sheets><sheet name="x" r:id="rId7"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId7" Target="worksheets/s.xml"/></Relationships>',
  'xl/worksheets/s.xml': sheet,
})

t.test('XLSX: formulas, numbers and dates', async t => {
  const formula = '<c r="K3"><f>1+1</f><v>2</v></c>'
  const sheet = sheetXml(
    rowXml(1, HEADING),
    rowXml(2, replaced(6, '43586')),
    rowXml(3, ROW, formula),
    rowXml(5, ROW),
  )
  const rows = await readAll(written(t, zipOf(workbook(sheet)), 's.xlsx'))
  t.match(rows[0], { row: 2, content: { filedOn: '2019-05-01' } })
  t.match(faults(rows), [/^3 column 11 is a formula/])
  t.match(rows[2], { row: 5, content })
})

t.test('XLSX that is none, is damaged, or means harm', async t => {
  const refused = (bytes: Buffer, code: string) =>
    t.rejects(readAll(written(t, bytes, 's.xlsx')), { code })
  const whole = zipOf(workbook(sheetXml(rowXml(1, HEADING))))
  await refused(whole.subarray(0, whole.length - 30), 'not-xlsx')
  await refused(zipOf({ 'a.txt': 'x' }), 'not-xlsx')
  await refused(zipOf(workbook('<worksheet><row></worksheet>')), 'not-xlsx')
  const lol = '<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>'
  await refused(zipOf(workbook(lol)), 'not-xlsx')
  const old = '<workbookPr date1904="1"/>'
  await refused(zipOf(workbook(sheetXml(), old)), 'not-xlsx')
  await refused(zipOf(workbook(sheetXml()), 600 * 2 ** 20), 'too-large')
  await refused(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-excel')
  await refused(Buffer.from('\ufeffx', 'utf16le'), 'utf-16')
})

t.test('100 MB are read in little memory, and more are refused', async t => {
  const line = Buffer.from(csv(replaced(2, 'x'.repeat(400))))
  const count = Math.floor((SHEET_BYTES_MAX - 1000) / line.length)
  const lines: Buffer[] = Array.from({ length: count }, () => line)
  const heading = Buffer.from(csv(HEADING))
  const path = written(t, Buffer.concat([heading, ...lines]))
  const before = process.memoryUsage().rss
  let seen = 0
  let last = 0
  const parts: number[] = []
  for await (const { row } of readTerminals(path, part => parts.push(part))) {
    seen += 1
    last = row
  }
  t.equal(seen, count)
  t.equal(last, count + 1)
  t.equal(parts.at(-1), 1)
  t.ok(process.memoryUsage().rss - before < SHEET_BYTES_MAX * 2)
  writeFileSync(path, Buffer.alloc(SHEET_BYTES_MAX + 1, 'x'))
  await t.rejects(readAll(path), { code: 'too-large' })
})
