import { readFileSync } from 'node:fs'
import t from 'tap'
import { returnCode, returnCodes } from '../../src/dictionary/return-codes.js'

/** The lines of the specification's table, with a blank that slipped in. */
const table = readFileSync(
  new URL('../../../test/dictionary/table-c4.tsv', import.meta.url),
  'utf8',
).replace('服务 端', '服务端')

t.test('the entries are those of table C.4, in its order', async t => {
  const ours = returnCodes
    .filter(({ clause }) => clause === 'XJ-D01-2019, table C.4')
    .map(({ code, scope, message }) => `${code}\t${scope}\t${message}\n`)
  t.equal(ours.join(''), table)
})

t.test('no code stands twice', async t => {
  t.equal(new Set(returnCodes.map(({ code }) => code)).size, returnCodes.length)
})

t.test('an entry is found by its number', async t => {
  t.equal(returnCode(500049)?.message, '电子凭证二维码无效')
  t.equal(returnCode(-4)?.scope, '系统级')
  t.equal(returnCode(42), undefined)
})

t.test('500159 is marked as the field’s own', async t => {
  t.match(returnCode(500159), {
    message: '请使用医保电子凭证二维码',
    clause: 'field',
  })
})
