import iconv from 'iconv-lite'
import t from 'tap'
import { isIdNumber } from '../../src/codes/id-number.js'
import { describe, findPerson, people } from '../../src/sandbox/people.js'

t.test('every number is right, and nobody’s', async t => {
  for (const { id, idNo } of people) {
    t.ok(isIdNumber(idNo), id)
    t.ok(idNo.startsWith('99') || idNo === '11010519491231002X', id)
  }
})

t.test('each id and each number stands once', async t => {
  t.equal(new Set(people.map(({ id }) => id)).size, people.length)
  t.equal(new Set(people.map(({ idNo }) => idNo)).size, people.length)
})

t.test('one name has a character of four bytes in GB18030', async t => {
  const [rare = ''] = findPerson('ji')?.userName ?? ''
  t.equal(iconv.encode(rare, 'gb18030').length, 4)
  t.equal(iconv.encode(rare, 'gbk').toString(), '?')
})

t.test('names with a middle dot survive GB18030', async t => {
  for (const { userName } of people) {
    const bytes = iconv.encode(userName, 'gb18030')
    t.equal(iconv.decode(bytes, 'gb18030'), userName)
  }
})

t.test('the first person is meant where none is named', async t => {
  t.equal(findPerson(), people[0])
  t.equal(findPerson('nobody'), undefined)
})

t.test('birth, sex and index come from the number', async t => {
  const wang = people.find(({ id }) => id === 'wang')
  t.ok(wang)
  if (!wang) return
  t.match(describe(wang), {
    userName: '王秀英',
    idNo: '11010519491231002X',
    idType: '01',
    insuOrg: '430000',
    ecIndexNo: /^[0-9A-F]{32}$/,
    gender: '女',
    birthday: '1949.12.31',
    nationality: '中国',
  })
  t.equal(describe(wang).ecIndexNo, describe(wang).ecIndexNo)
})
