import t from 'tap'
import {
  checkFields,
  type Field,
  unlistedFields,
} from '../../src/call/fields.js'

const fields: Field[] = [
  { name: 'orgId', max: 4, required: true },
  { name: 'officeId', max: 2, required: false },
]

const check = (object: Record<string, unknown>) =>
  checkFields(object, fields, 'B.3')

t.test('what the table does not name stays as it is', async t => {
  const object = { orgId: '1', drugList: [{ drugCode: 1 }], no: null }
  t.strictSame(check(object), object)
})

t.test('a number becomes text, the object itself is left alone', async t => {
  const object = { orgId: 42, officeId: 0 }
  t.strictSame(check(object), { orgId: '42', officeId: '0' })
  t.strictSame(object, { orgId: 42, officeId: 0 })
})

t.test('null, the empty text and nothing count as missing', async t => {
  for (const empty of [null, '', undefined]) {
    const failure = {
      symbol: 'field-missing',
      code: -2,
      parameters: { field: 'orgId', clause: 'B.3' },
    }
    t.throws(() => check({ orgId: empty }), failure, String(empty))
    t.doesNotThrow(() => check({ orgId: '1', officeId: empty }), String(empty))
  }
})

t.test('what is no text is refused, also where it is optional', async t => {
  for (const value of [true, false, [], {}, ['1']]) {
    const failure = {
      symbol: 'field-type',
      code: -2,
      parameters: { field: 'officeId', clause: 'B.3' },
    }
    const label = JSON.stringify(value)
    t.throws(() => check({ orgId: '1', officeId: value }), failure, label)
  }
})

t.test('length is counted in characters, not in units or bytes', async t => {
  t.doesNotThrow(() => check({ orgId: '𠮷𠮷𠮷𠮷' }))
  const failure = {
    symbol: 'field-too-long',
    code: -2,
    parameters: { field: 'orgId', limit: 4, clause: 'B.3' },
  }
  for (const orgId of ['12345', '一二三四五', 12345]) {
    t.throws(() => check({ orgId }), failure, String(orgId))
  }
})

t.test('no message holds the value', async t => {
  for (const orgId of ['secret value', { secret: 1 }]) {
    t.throws(() => check({ orgId }), { message: /^(?!.*secret)/ })
  }
})

t.test('a field may be required only where another has a value', async t => {
  const settle: Field[] = [
    { name: 'no', max: 4, required: { where: 'state', is: 'SUCCESS' } },
  ]
  const failure = {
    symbol: 'field-missing',
    code: -2,
    parameters: { field: 'no' },
  }
  t.throws(() => checkFields({ state: 'SUCCESS' }, settle, 'x'), failure)
  t.doesNotThrow(() => checkFields({ state: 'FAIL' }, settle, 'x'))
  t.doesNotThrow(() => checkFields({}, settle, 'x'))
})

t.test('a field may have few values', async t => {
  const way: Field[] = [
    { name: 'way', max: 4, required: true, values: ['ALL', '1'] },
  ]
  t.strictSame(checkFields({ way: 1 }, way, 'x'), { way: '1' })
  t.throws(() => checkFields({ way: 'all' }, way, 'x'), {
    symbol: 'field-value',
    code: -2,
    parameters: { field: 'way', known: 'ALL, 1', clause: 'x' },
  })
})

t.test('what a dictionary lacks is named', async t => {
  const one: Field = { name: 'one', max: 4, required: false }
  const listed: Field[] = [one, { ...one, name: 'two', listed: v => v === '2' }]
  t.strictSame(unlistedFields({ one: 'x', two: '2' }, listed), [])
  t.strictSame(unlistedFields({ one: 'x', two: '3' }, listed), ['two'])
  for (const none of [{}, { two: '' }, { two: null }]) {
    t.strictSame(unlistedFields(none, listed), [])
  }
})
