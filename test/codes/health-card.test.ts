import t from 'tap'
import { fusionToken, isHealthCard } from '../../src/codes/health-card.js'

const id = '714C0A2A'.repeat(8)

t.test('every form of the field is a health card', async t => {
  for (const tail of [
    '0',
    '1',
    '0:748FD3A74A91EC4CF95::',
    '1::5100A0013',
    '0:748FD3A74A91EC4CF95:5100A0013',
  ])
    t.ok(isHealthCard(`${id}:${tail}`), tail)
})

t.test('what only resembles one is none', async t => {
  t.notOk(isHealthCard(id))
  t.notOk(isHealthCard(`${id}:2`))
  t.notOk(isHealthCard(`${id.slice(1)}:0`))
  t.notOk(isHealthCard(`${id}0:0`))
  t.notOk(isHealthCard('https://example.invalid:0'))
})

t.test('the standard’s TOKEN is found', async t => {
  t.equal(fusionToken(`${id}:0:748F:5100A0013RH12881234567890`), '881234567890')
})

t.test('a tag inside EHCAPPID does not lead astray', async t => {
  t.equal(fusionToken(`${id}:0:748F:RH05RHRH03123`), '123')
})

t.test('empty parts behind it do no harm', async t => {
  t.equal(fusionToken(`${id}:0:748F:RH03123::`), '123')
})

t.test('a length that does not fit is no TOKEN', async t => {
  t.equal(fusionToken(`${id}:0:748F:RH04123`), undefined)
  t.equal(fusionToken(`${id}:0:748F:RH00`), undefined)
  t.equal(fusionToken(`${id}:0:748F:RHxx123`), undefined)
  t.equal(fusionToken(`${id}:0:748F:5100A0013`), undefined)
})

t.test('a TOKEN without a health card is none', async t => {
  t.equal(fusionToken('a:0:b:RH03123'), undefined)
})
