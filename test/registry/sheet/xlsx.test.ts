import t from 'tap'
import writeExcelFile from 'write-excel-file/node'
import {
  content,
  faults,
  HEADING,
  ROW,
  readAll,
  replaced,
  rowXml,
  SHEET_END,
  sheetXml,
  textCell,
  workbook,
  written,
} from './sheets.js'
import { deflated, type Packed, zipOf } from './zip.js'

const good = [{ row: 2, content }]

const xlsx = (t: Parameters<typeof written>[0], ...rows: string[]) =>
  written(t, zipOf(workbook([sheetXml(...rows)])), 's.xlsx')

t.test('as programs write it', async t => {
  const path = written(t, '', 'sheet.csv')
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

t.test('words that are shared, spoken, coloured or escaped', async t => {
  const words = [
    '<si><t>挂号</t><rPh sb="0" eb="2"><t>guahao</t></rPh></si>',
    '<si><r><t>自助</t></r><r><rPr/><t xml:space="preserve"> 终端</t></r></si>',
    '<si><t>一行_x000D_</t></si>',
  ]
  const shared = `<x:sst xmlns:x="x">${words.join('').replaceAll(/<(\/?)/g, '<$1x:')}</x:sst>`
  const cell = (at: number) => `<c r="B${at + 2}" t="s"><v>${at}</v></c>`
  const spoken = textCell('B5', '收费</t><rPh><t>shoufei</t></rPh><t>')
  const rows = [0, 1, 2].map(at => rowXml(at + 2, ROW, cell(at)))
  const sheet = sheetXml(rowXml(1, HEADING), ...rows, rowXml(5, ROW, spoken))
  const parts = workbook([sheet], { shared })
  const read = await readAll(written(t, zipOf(parts), 's.xlsx'))
  t.strictSame(
    read.map(row => 'content' in row && row.content.name),
    ['挂号', '自助 终端', '一行', '收费'],
  )
})

t.test('numbers, dates, errors and formulas', async t => {
  const cell = (at: string, value: string, type = 'n') =>
    `<c r="${at}" t="${type}"><v>${value}</v></c>`
  const sheet = [
    rowXml(1, HEADING),
    rowXml(2, replaced(6, '43586')),
    rowXml(3, ROW, '<c r="K3"><f>1+1</f><v>2</v></c>'),
    rowXml(5, ROW),
    rowXml(
      6,
      ROW,
      cell('D6', '1.1000000000000001') + cell('J6', '44010012345'),
    ),
    rowXml(7, ROW, cell('G7', '43586.4375')),
    rowXml(8, ROW, cell('G8', '2019-05-01T00:00:00', 'd')),
    rowXml(9, ROW, cell('A9', '9.9000000000000006E+19')),
    rowXml(10, ROW, cell('A10', '99000000000000000001')),
    rowXml(11, ROW, cell('B11', '#N/A', 'e')),
    rowXml(12, ROW, '<c r="B12" t="str"><f>A1</f><v>x</v></c>'),
    rowXml(13, ROW, cell('J13', '999999999999999')),
    rowXml(14, ROW, cell('J14', '1000000000000000')),
  ]
  const rows = await readAll(xlsx(t, ...sheet))
  t.match(faults(rows), [
    /^3 column 11 is a formula/,
    /^9 column 1 .*9.9000000000000006E\+19/,
    /^10 column 1 .*15th/,
    /^11 column 2 .*#N\/A/,
    /^12 column 2 is a formula/,
    /^14 column 10 /,
  ])
  const filedOn = '2019-05-01'
  t.strictSame(
    rows.filter(row => 'content' in row),
    [
      { row: 2, content: { ...content, filedOn } },
      { row: 5, content },
      { row: 6, content: { ...content, version: '1.1', orgId: '44010012345' } },
      { row: 7, content: { ...content, filedOn } },
      { row: 8, content: { ...content, filedOn } },
      { row: 13, content: { ...content, orgId: '999999999999999' } },
    ],
  )
})

t.test('cells beyond the table, and beyond any', async t => {
  const sheet = [
    rowXml(1, HEADING),
    rowXml(2, ROW, textCell('AA2', 'x')),
    rowXml(3, ROW, textCell('CW3', 'x')),
    rowXml(4, ROW, textCell('XFD4', '')),
  ]
  const rows = await readAll(xlsx(t, ...sheet))
  t.match(faults(rows), [/^2 column 27 has no/, /^3 column 101 is beyond/])
  t.strictSame(rows[2], { row: 4, content })
})

t.test('several sheets: the one of terminals, if there is one', async t => {
  const cover = sheetXml(rowXml(2, ['某某医院']))
  const terminals = sheetXml(rowXml(1, HEADING), rowXml(2, ROW))
  const read = (...sheets: string[]) =>
    readAll(written(t, zipOf(workbook(sheets)), 's.xlsx'))
  t.strictSame(await read(cover, terminals, sheetXml()), good)
  await t.rejects(read(terminals, cover, terminals), {
    code: 'several-sheets',
    message: /sheet1, sheet3/,
  })
  await t.rejects(read(cover, sheetXml()), {
    code: 'columns',
    problems: [{ sentence: /某某医院/ }],
  })
})

t.test('none, a damaged one, and one that means harm', async t => {
  const refused = (bytes: Buffer, code: string) =>
    t.rejects(readAll(written(t, bytes, 's.xlsx')), { code })
  const sheet = sheetXml(rowXml(1, HEADING), rowXml(2, ROW))
  const whole = zipOf(workbook([sheet]))
  await refused(whole.subarray(0, whole.length - 30), 'not-xlsx')
  await refused(zipOf({ 'a.txt': 'x' }), 'not-xlsx')
  await refused(zipOf(workbook(['<worksheet><row></worksheet>'])), 'not-xlsx')
  await refused(zipOf(workbook([sheet.slice(0, -1)])), 'not-xlsx')
  await refused(zipOf(workbook([])), 'not-xlsx')
  const garbled = deflated([
    sheet.slice(0, -SHEET_END.length),
    Buffer.from('<!-- \xff -->', 'latin1'),
    SHEET_END,
  ])
  await refused(zipOf(workbook<Packed>([garbled])), 'not-xlsx')
  const { 'xl/worksheets/1.xml': _, ...partless } = workbook([sheet])
  await refused(zipOf(partless), 'not-xlsx')
  const turned = Buffer.from(whole)
  turned[whole.indexOf('f8:34')] = '9'.charCodeAt(0)
  await refused(turned, 'not-xlsx')
  const lol = '<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>'
  await refused(zipOf(workbook([lol])), 'not-xlsx')
  const properties = '<workbookPr date1904="1"/>'
  await refused(zipOf(workbook([sheet], { properties })), 'date-1904')
})
