import t from 'tap'
import {
  composeMedicalCode,
  parseMedicalCode,
} from '../../src/codes/medical-code.js'

t.test('a published code falls into its parts', async t => {
  t.same(parseMedicalCode('4243669509084040896099330000'), {
    prefix: '424',
    unique: '36695090840408960',
    random: '99',
    province: '33',
    extension: '0000',
  })
})

t.test('a face authorisation has the same tail', async t => {
  t.match(parseMedicalCode('ano3728680187894374401630000'), {
    prefix: 'ano',
    province: '63',
  })
})

t.test('what is composed can be parsed', async t => {
  const parts = {
    prefix: 'opc',
    unique: '00000000000000001',
    random: '07',
    province: '35',
  } as const
  const code = composeMedicalCode(parts)
  t.equal(code, 'opc0000000000000000107350000')
  t.same(parseMedicalCode(code), { ...parts, extension: '0000' })
})

t.test('a part of the wrong length cannot be composed', async t => {
  t.throws(
    () =>
      composeMedicalCode({
        prefix: '424',
        unique: '1',
        random: '07',
        province: '35',
      }),
    RangeError,
  )
})

t.test('27 and 29 characters are no code', async t => {
  t.equal(parseMedicalCode('424366950908404089609933000'), undefined)
  t.equal(parseMedicalCode('42436695090840408960993300000'), undefined)
})
