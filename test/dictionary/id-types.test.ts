import t from 'tap'
import { ID_CARD, idType, idTypes } from '../../src/dictionary/id-types.js'
import { tableLines } from './table.js'

t.test('the entries are those of table C.2, in its order', async t => {
  const ours = idTypes.map(({ code, name }) => `${code}\t${name}\n`)
  t.equal(ours.join(''), tableLines('table-c2'))
})

t.test('a type is found by its code', async t => {
  t.equal(idType(ID_CARD)?.name, '居民身份证（户口簿）')
  t.equal(idType('09'), undefined)
  t.equal(idType('1'), undefined)
})
