/**
 * Small XLSX files that become very large: each is refused, in the memory that
 * a small sheet takes.
 */
import t from 'tap'
import { readInLittle } from './reading.js'
import {
  HEADING,
  rowXml,
  SHEET_END,
  SHEET_START,
  sheetXml,
  workbook,
  written,
} from './sheets.js'
import { bomb, deflated, type Packed, zipOf } from './zip.js'

const MEGABYTE = 2 ** 20
/** Of what a bomb becomes. */
const BOMB_BYTES = 150 * MEGABYTE
const times = (piece: string) => Math.floor(BOMB_BYTES / piece.length)
const start = SHEET_START + rowXml(1, HEADING)
const inSheet = (head: string, piece: string, tail = '') =>
  workbook<Packed | string>([
    bomb(start + head, piece, times(piece), tail + SHEET_END),
  ])
const inWords = (head: string, piece: string, tail = '') =>
  workbook<Packed | string>([sheetXml(rowXml(1, HEADING))], {
    shared: bomb(`<sst>${head}`, piece, times(piece), `${tail}</sst>`),
  })
const cell = '<row r="2"><c r="A2" t="str"><v>'

const BOMBS: Record<string, [Record<string, Packed | string>, string]> = {
  'rows without end': [inSheet('', '<row/>'), 'too-many-rows'],
  'a text without end': [inSheet(cell, 'x'), 'not-xlsx'],
  'texts of one cell': [inSheet(cell, 'x<!---->'), 'not-xlsx'],
  'tags in tags': [inSheet('', '<a>'), 'not-xlsx'],
  'an attribute without end': [inSheet('<a b="', 'x'), 'not-xlsx'],
  'attributes without end': [inSheet('<a ', 'x="" '), 'not-xlsx'],
  'words of nothing': [inWords('', '<si/>'), 'inflates'],
  'long words': [inWords('', `<si><t>${'x'.repeat(999)}</t></si>`), 'inflates'],
  'one word of many': [inWords('<si>', '<t>xxxxxxxxxx</t>'), 'not-xlsx'],
  'a comment without end': [inWords('<!--', 'x'), 'not-xlsx'],
  'more than it says': [
    workbook<Packed | string>([
      { ...bomb(start, '<row/>', times('<row/>'), SHEET_END), size: 1000 },
    ]),
    'not-xlsx',
  ],
}

for (const [name, [parts, refusal]] of Object.entries(BOMBS))
  t.test(`a bomb: ${name}`, async t => {
    const bytes = zipOf(parts)
    t.ok(bytes.length < 5 * MEGABYTE, `${bytes.length}`)
    const path = written(t, bytes, 's.xlsx')
    const reading = await readInLittle(t, path, 3)
    t.match(reading, { rows: 0, refusal })
  })

t.test('a bomb of many sheets', async t => {
  const megabyte = `<a>${'x'.repeat(9_999)}</a>`.repeat(100)
  const pieces = [SHEET_START, ...Array<string>(50).fill(megabyte), SHEET_END]
  const sheets = Array<Packed>(90).fill(deflated(pieces))
  const path = written(t, zipOf(workbook(sheets)), 's.xlsx')
  t.match(await readInLittle(t, path, 2), { rows: 0, refusal: 'inflates' })
})
