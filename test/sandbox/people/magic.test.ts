import t from 'tap'
import { returnCodes } from '../../../src/dictionary/return-codes.js'
import { magicCodeOf, magicPeople } from '../../../src/sandbox/people/magic.js'
import { tableLines } from '../../dictionary/table.js'
import { QUERY, requestFor, startHarness } from '../harness.js'

const listed = tableLines('table-c4')
  .trimEnd()
  .split('\n')
  .map(line => Number(line.split('\t')[0]))

t.test('somebody stands for every entry of table C.4, and 500159', async t => {
  t.strictSame(
    magicPeople.map(({ id }) => Number(id)),
    [...listed, 500159],
  )
})

t.test('every id, name and code says which entry it is', async t => {
  for (const person of magicPeople) {
    const digits = person.id.replace('-', '').padStart(6, '0')
    t.match(magicCodeOf(person), new RegExp(`^424\\d{11}${digits}00130000$`))
    t.match(person.userName, person.id)
  }
  t.equal(magicPeople.length, returnCodes.length)
})

t.test('a code brings its entry, as often as it is shown', async t => {
  const { sandbox, query } = await startHarness(t)
  for (const { id } of magicPeople)
    for (const _ of [1, 2]) {
      const { json } = await query(await sandbox.issueCode(id))
      t.equal(json.code, Number(id))
      t.ok(json.message)
    }
})

t.test('so do the face and the card of the person', async t => {
  const { post } = await startHarness(t)
  for (const { id, idNo } of magicPeople) {
    const outBizNo = '1'
    const face = { outBizNo, faceToken: id }
    const seen = await post(QUERY, requestFor('cn.nhsa.ec.auth', face))
    t.equal(seen.json.code, Number(id))
    const card = { idType: '01', idNo }
    const read = await post(QUERY, requestFor('cn.nhsa.cert.get', card))
    t.equal(read.json.code, Number(id))
  }
})
