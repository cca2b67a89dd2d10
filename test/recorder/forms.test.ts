import t from 'tap'
import { drawsOf } from '../../src/recorder/chance.js'
import {
  otherAddress,
  otherBirthday,
  otherCode,
  otherFilingNumber,
  otherIdNumber,
  otherInstitution,
  otherMac,
  otherName,
  otherToken,
  sameForm,
  writeDate,
} from '../../src/recorder/forms.js'

const key = Buffer.alloc(32, 7)
const draws = (value: string) => drawsOf(key, value, 0)

t.test('each form', async t => {
  const forms: [typeof sameForm, string, RegExp][] = [
    [sameForm, 'Ab-12 c', /^[A-Z][a-z]-\d\d [a-z]$/],
    [sameForm, '0123456789abcdef', /^[0-9a-f]{16}$/],
    [sameForm, '收费员', /^\p{Script=Han}{3}$/u],
    [otherName, '古丽·艾力', /^某\p{Script=Han}·\p{Script=Han}{2}$/u],
    [otherName, '', /^$/],
    [otherIdNumber, '11010519491231002X', /^99\d{15}[\dX]$/],
    [otherIdNumber, 'G12345678', /^[A-Z]\d{8}$/],
    [otherBirthday, '1998.01.01', /^(19|20)\d\d\.[01]\d\.[0-2]\d$/],
    [otherBirthday, '1998', /^\d{4}$/],
    [otherCode, '4243754826492874240001130000', /^424\d{19}130000$/],
    [otherCode, '0123', /^\d{4}$/],
    [otherToken, `130000ec${'a1'.repeat(15)}`, /^130000ec[0-9a-f]{30}$/],
    [otherInstitution, 'P99000000001', /^P99\d{9}$/],
    [otherInstitution, '35020319001', /^\d{11}$/],
    [otherFilingNumber, '12345678901234567890', /^99\d{18}$/],
    [otherAddress, '203.0.113.7', /^127\.\d+\.\d+\.\d+$/],
    [otherAddress, 'fe80::1', /^::1$/],
    [otherMac, 'f8:34:41:bd:e1:88', /^02(:[0-9a-f]{2}){5}$/],
    [otherMac, 'F83441BDE188', /^02[0-9a-f]{10}$/],
  ]
  for (const [form, value, expected] of forms) {
    t.match(form(value, draws(value)), expected, `${form.name} ${value}`)
  }
})

t.test('the same value by the same key, and by that alone', async t => {
  const other = Buffer.alloc(32, 8)
  const value = '0123456789012345'
  t.equal(sameForm(value, draws(value)), sameForm(value, draws(value)))
  t.not(
    sameForm(value, draws(value)),
    sameForm(value, drawsOf(other, value, 0)),
  )
  t.not(sameForm(value, draws(value)), sameForm(value, drawsOf(key, value, 1)))
})

t.test('a date keeps what stands between its digits', async t => {
  t.equal(writeDate('1998-01-01', '20000229'), '2000-02-29')
  t.equal(writeDate('98-01-01', '20000229'), '', 'no room for it')
})
