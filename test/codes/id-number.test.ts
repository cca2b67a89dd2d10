import t from 'tap'
import {
  birthDate,
  checkCharacter,
  gender,
  isIdNumber,
} from '../../src/codes/id-number.js'

t.test('the samples of the standard are right', async t => {
  t.ok(isIdNumber('11010519491231002X'))
  t.ok(isIdNumber('440524188001010014'))
})

t.test('a wrong check character is refused', async t => {
  t.notOk(isIdNumber('110105194912310021'))
  t.notOk(isIdNumber('11010519491231002x'))
})

t.test('a region that does not exist is refused', async t => {
  t.notOk(isIdNumber(complete('10010519491231002')))
  t.notOk(isIdNumber(complete('38010519491231002')))
})

t.test('a day that does not exist is refused', async t => {
  t.notOk(isIdNumber(complete('11010520010229002')))
  t.notOk(isIdNumber(complete('11010519491331002')))
  t.notOk(isIdNumber(complete('11010519490600002')))
  t.ok(isIdNumber(complete('11010520000229002')))
})

t.test('a year that nobody was born in is refused', async t => {
  t.notOk(isIdNumber(complete('11010517991231002')))
  t.notOk(isIdNumber(complete('11010521001231002')))
  t.notOk(isIdNumber(complete('11010500501231002')))
})

t.test('other lengths are refused', async t => {
  t.notOk(isIdNumber('1101051949123100'))
  t.notOk(isIdNumber(''))
})

t.test('every number comes out as ISO 7064 MOD 11-2 wants', async t => {
  for (let place = 0; place < 17; place += 1) {
    const digits = '0'
      .repeat(place)
      .padEnd(place + 1, '1')
      .padEnd(17, '0')
    const remainder = [...complete(digits)].reduce(
      (sum, sign) => (sum * 2 + (sign === 'X' ? 10 : Number(sign))) % 11,
      0,
    )
    t.equal(remainder, 1, `digit ${place + 1}`)
  }
})

t.test('each check character is met', async t => {
  const met = Array.from({ length: 1000 }, (_, order) =>
    checkCharacter(`11010519491231${String(order).padStart(3, '0')}`),
  )
  t.same([...new Set(met)].sort(), [...'0123456789X'])
})

t.test('birth and sex are read out of the number', async t => {
  t.equal(birthDate('11010519491231002X'), '19491231')
  t.equal(gender('11010519491231002X'), '女')
  t.equal(gender('440524188001010014'), '男')
})

function complete(digits: string): string {
  return digits + checkCharacter(digits)
}
