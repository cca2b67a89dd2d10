import t from 'tap'
import { isGs1 } from '../../src/codes/gs1.js'

t.test('numbers of goods with a right check digit', async t => {
  for (const code of [
    '96385074',
    '036000291452',
    '6901234567892',
    '16901234567899',
  ])
    t.ok(isGs1(code), code)
})

t.test('a wrong check digit or length makes them no number', async t => {
  for (const code of ['96385075', '6901234567893', '690123456789', '0', ''])
    t.notOk(isGs1(code), code)
})

t.test('elements, plain, printed and with separators', async t => {
  for (const code of [
    '0106901234567892',
    '010690123456789217250630101234',
    '0106901234567892\u001d10ABC',
    '(01)06901234567892(17)250630',
    '\u001d0106901234567892211',
    '00006141411234567890',
  ])
    t.ok(isGs1(code), JSON.stringify(code))
  t.notOk(isGs1('0106901234567893172506'), 'a wrong check digit')
  t.notOk(isGs1('010690123456789299'), '99 follows no GTIN here')
})
