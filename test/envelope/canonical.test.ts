import { createHash } from 'node:crypto'
import t from 'tap'
import {
  canonicalJson,
  escapeText,
  signText,
} from '../../src/envelope/canonical.js'
import { DIALECTS } from '../../src/envelope/rules.js'
import { SPEC_EXAMPLE } from './published.js'

const { A, B } = DIALECTS

t.test('the text of the specification’s example', async t => {
  const { envelope, appSecret, signString, dataPlaintext } = SPEC_EXAMPLE
  t.equal(signText(envelope, appSecret, A), signString)
  t.equal(canonicalJson(envelope.data, A), dataPlaintext)
})

t.test('the published digest of a text', async t => {
  const text = signText(
    {
      version: '1',
      timestamp: '1591943910',
      signType: 'SM2',
      encType: 'plain',
      data: { user_id: 'gt', face_id: '5ed21b1c262daabe314048f5' },
      appId: '19E179E5DC29C05E65B90CDE57A1C7E5',
    },
    'D91CEB11EE62219CD91CEB11EE62219C',
    A,
  )
  t.equal(
    createHash('sha256').update(text).digest('hex'),
    '2072bd8afb678c03ce9be14202e47b12031aa42a0a8c8593723d7027007ef804',
  )
})

t.test(
  'the published cleaning: empties go at every depth, 0 stays',
  async t => {
    const nested = { y: ['', null, 0, { k: '值' }], z: null }
    t.equal(
      canonicalJson({ b: 2, a: 1, empty: '', nested }, A),
      '{"a":1,"b":2,"nested":{"y":[0,{"k":"值"}]}}',
    )
  },
)

t.test('the text of the web client', async t => {
  const data = {
    pageNo: 2,
    pageSize: 10,
    addr: '',
    regnCode: '110000',
    lv: null,
    list: [],
    flag: true,
  }
  const envelope = {
    data,
    appCode: 'DEMOAPPCODE',
    version: '1.0.0',
    encType: 'SM4',
    signType: 'SM2',
    timestamp: 1739624111,
  }
  t.equal(
    signText(envelope, 'DEMOSECRET', B),
    'appCode=DEMOAPPCODE&data={"flag":"true","pageNo":"2","pageSize":"10","regnCode":"110000"}&encType=SM4&signType=SM2&timestamp=1739624111&version=1.0.0&key=DEMOSECRET',
  )
})

t.test('in A what becomes empty goes too, false stays', async t => {
  const data = { a: { b: { c: [null, {}] } }, f: false, d: [[''], [false]] }
  t.equal(canonicalJson(data, A), '{"d":[[false]],"f":false}')
  t.equal(canonicalJson({ a: { b: [''] } }, A), '')
  t.equal(signText({ data: { a: '' }, v: '1' }, 's', A), 'v=1&key=s')
})

t.test('in B only the first level is changed', async t => {
  const data = {
    z: { b: 1, a: '', n: null },
    list: [{ b: 1, a: null }, 'x', 5, { n: { y: 1, x: 2 } }],
    zero: 0,
    no: false,
    empty: {},
  }
  t.equal(
    canonicalJson(data, B),
    '{"empty":{},"list":[{"a":null,"b":1},"x",5,{"n":{"y":1,"x":2}}],"no":"false","z":{"b":1,"a":"","n":null},"zero":"0"}',
  )
  t.equal(signText({ data: { a: '' } }, 's', B), 'data={}&key=s')
})

t.test(
  'keys are in ASCII order, also those that look like numbers',
  async t => {
    const data = { b: 1, B: 2, _: 3, '10': 4, '9': 5 }
    t.equal(canonicalJson(data, A), '{"10":4,"9":5,"B":2,"_":3,"b":1}')
  },
)

t.test('a key named __proto__ is a key', async t => {
  const data = JSON.parse('{"b":1,"__proto__":{"a":2}}')
  t.equal(canonicalJson(data, A), '{"__proto__":{"a":2},"b":1}')
})

t.test('signData, encData and extra are not signed, nor empties', async t => {
  const envelope = {
    signData: 'x',
    encData: 'y',
    extra: { a: 1 },
    z: null,
    y: '',
    n: 0,
    b: false,
    a: 'ä值',
  }
  for (const rules of [A, B])
    t.equal(signText(envelope, 's', rules), 'a=ä值&b=false&n=0&key=s')
  t.equal(signText({ a: '1' }, undefined, A), 'a=1')
})

t.test('Chinese is escaped by code units', async t => {
  t.equal(escapeText('a值𠮷'), 'a\\u503c\\ud842\\udfb7')
})
