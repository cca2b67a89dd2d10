import iconv from 'iconv-lite'
import t from 'tap'
import { isIdNumber } from '../../../src/codes/id-number.js'
import {
  everybody,
  findPerson,
  people,
} from '../../../src/sandbox/people/people.js'

t.test('every number is right, and nobody’s', async t => {
  for (const { id, idNo } of everybody) {
    t.ok(isIdNumber(idNo), id)
    t.ok(idNo.startsWith('99') || idNo === '11010519491231002X', id)
  }
})

t.test('each id and each number stands once', async t => {
  t.equal(new Set(everybody.map(({ id }) => id)).size, everybody.length)
  t.equal(new Set(everybody.map(({ idNo }) => idNo)).size, everybody.length)
})

t.test('one name has a character of four bytes in GB18030', async t => {
  const [rare = ''] = findPerson('ji')?.userName ?? ''
  t.equal(iconv.encode(rare, 'gb18030').length, 4)
  t.equal(iconv.encode(rare, 'gbk').toString(), '?')
})

t.test('names with a middle dot survive GB18030', async t => {
  for (const { userName } of everybody) {
    const bytes = iconv.encode(userName, 'gb18030')
    t.equal(iconv.decode(bytes, 'gb18030'), userName)
  }
})

t.test('the first person is meant where none is named', async t => {
  t.equal(findPerson(), people[0])
  t.equal(findPerson('nobody'), undefined)
})
