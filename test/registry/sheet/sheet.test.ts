import iconv from 'iconv-lite'
import t from 'tap'
import { fieldLabel } from '../../../src/dictionary/terminal-fields.js'
import { SHEET_FIELDS } from '../../../src/registry/sheet/columns.js'
import {
  content,
  csv,
  faults,
  HEADING,
  ROW,
  readAll,
  replaced,
  written,
} from './sheets.js'

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
    Buffer.from(
      csv(ROW.map(cell => (/^[\x20-\x7e]+$/.test(cell) ? cell : 'x'))),
    ),
  ])
  const rows = await readAll(written(t, bytes))
  t.match(faults(rows), [/^3 .*UTF-8/, /^5 .*neither/])
  t.match(rows[2], { row: 4, content: { name: '联通' } })
  t.match(rows[4], { row: 6, content: { name: 'x' } }, 'both at once')
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

t.test('what Excel has made of long numbers is named', async t => {
  const rows = await readAll(
    written(
      t,
      csv(
        HEADING,
        replaced(0, '9.9E+19'),
        replaced(7, '1.12E+11'),
        replaced(9, '4.4e+17'),
        replaced(1, '5E+3'),
      ),
    ),
  )
  t.match(faults(rows), [
    /^2 column 1 .*9.9E\+19/,
    /^3 column 8 /,
    /^4 column 10/,
  ])
  t.match(rows[3], { row: 5, content: { name: '5E+3' } })
})

t.test('files that are read by other means are named', async t => {
  const refused = (bytes: Buffer, code: string) =>
    t.rejects(readAll(written(t, bytes)), { code })
  await refused(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-excel')
  const text = csv(HEADING, ROW)
  const wide = Buffer.from(text, 'utf16le')
  await refused(Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16')
  await refused(wide, 'utf-16')
  await refused(wide.swap16(), 'utf-16')
})
