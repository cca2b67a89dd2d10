import t from 'tap'
import { readRequest } from '../../src/call/request.js'

const data = {
  orgId: 'P99000000001',
  businessType: '02121',
  operatorId: '001',
  operatorName: '收费员甲',
}
const outer = { orgId: 'P99000000001', transType: 'ec.query', data }

/** The request in InData that differs from a good one by `change`. */
const request = (change: object) =>
  readRequest(JSON.stringify({ ...outer, ...change }))

/** The same, by a change of `data`. */
const requestWith = (change: object) =>
  request({ data: { ...data, ...change } })

t.test('a good request', async t => {
  t.match(request({ extra: { a: 1 } }), {
    orgId: 'P99000000001',
    transaction: { transType: 'ec.query' },
    data,
    extra: { a: 1 },
    reads: ['code'],
    facts: { orgId: 'P99000000001', transType: 'ec.query' },
  })
})

t.test('the specification’s own sample has a trailing comma', async t => {
  const inData =
    '{"orgId":"1","transType":"ec.query","data":{"orgId":"1",' +
    '"businessType":"01101","operatorId":"1","operatorName":"x",},}'
  t.equal(readRequest(inData).facts.repairs, 'trailing comma')
})

t.test('extra may be null, {} or missing', async t => {
  t.strictSame(request({ extra: {} }).extra, {})
  t.equal(request({ extra: null }).extra, null)
  t.equal(request({}).extra, null)
})

t.test('orgId inside or outside serves both', async t => {
  for (const missing of [undefined, '', null]) {
    for (const read of [
      request({ orgId: missing }),
      requestWith({ orgId: missing }),
    ]) {
      t.equal(read.orgId, 'P99000000001')
      t.equal(read.data.orgId, 'P99000000001')
    }
  }
})

t.test('two different orgIds are both kept', async t => {
  const read = request({ orgId: 'outside' })
  t.equal(read.orgId, 'outside')
  t.equal(read.data.orgId, 'P99000000001')
})

t.test('the orgId of the configuration serves where there is none', async t => {
  const inData = JSON.stringify({
    ...outer,
    orgId: '',
    data: { ...data, orgId: '' },
  })
  const read = readRequest(inData, 'P99000000009')
  t.equal(read.orgId, 'P99000000009')
  t.equal(read.data.orgId, 'P99000000009')
  const given = readRequest(JSON.stringify(outer), 'P99000000009')
  t.equal(given.orgId, 'P99000000001', 'what the caller gives counts')
})

t.test('a numeric orgId becomes text everywhere', async t => {
  const read = request({ orgId: 42, data: { ...data, orgId: undefined } })
  t.equal(read.orgId, '42')
  t.equal(read.data.orgId, '42')
})

const claim = { ecToken: 'x', idType: '01', idNo: '1', userName: 'x' }

t.test('a bare token asks for its check, of no institution', async t => {
  const read = readRequest(JSON.stringify(claim))
  t.match(read, {
    orgId: '',
    transaction: { transType: 'localEcTokenCheck', bare: true },
    reads: [],
  })
  t.strictSame(read.data, claim)
  t.strictSame(read.facts, { transType: 'localEcTokenCheck' })
})

t.test('the same with an envelope around it', async t => {
  const transType = 'localEcTokenCheck'
  const read = readRequest(JSON.stringify({ transType, data: claim }))
  t.strictSame(read.data, claim)
})

const notice = {
  transType: 'iot.medical.settle.notify',
  data: {
    bizType: 'settle',
    medicalSettleState: 'SUCCESS',
    operatorId: '001',
    operatorName: '收费员甲',
    outBizNo: '20200505093012',
    totalFee: 12.3,
  },
}

t.test('a notice of an Alipay box names no institution', async t => {
  const read = readRequest(JSON.stringify(notice))
  t.equal(read.orgId, '')
  t.notOk('orgId' in read.data, 'none is put in')
  t.equal(read.data.totalFee, '12.3')
  const known = readRequest(JSON.stringify(notice), 'P99000000009')
  t.equal(known.orgId, 'P99000000009')
  t.notOk('orgId' in known.data)
})

t.test('gainWay says what is read', async t => {
  const readsOf = (gainWay: string) =>
    request({
      transType: 'iot.gain.ec.qrcode',
      data: { ...data, gainWay, outBizNo: '20200505093012' },
    }).reads
  t.strictSame(readsOf('MOBILE'), ['code'])
  t.strictSame(readsOf('FACE'), ['face'])
  t.strictSame(readsOf('ALL'), ['code', 'face'])
})

t.test('a code that the dictionary lacks is told, not refused', async t => {
  t.equal(requestWith({ businessType: '1' }).facts.unlisted, 'businessType')
  t.equal(requestWith({ businessType: '04107' }).facts.unlisted, undefined)
  const passport = { ...claim, idType: '10' }
  const { facts } = readRequest(JSON.stringify(passport))
  t.strictSame(facts, { transType: 'localEcTokenCheck', unlisted: 'idType' })
})

t.test('each fault has its failure', async t => {
  const wrong = (
    symbol: string,
    parameters: Record<string, string | number> = {},
  ) => ({ symbol, code: -2, parameters })
  const missing = (field: string, clause: string) =>
    wrong('field-missing', { field, clause })
  const cases: [string, () => unknown, ReturnType<typeof wrong>][] = [
    ['no text', () => readRequest(undefined), wrong('no-charset')],
    ['no JSON', () => readRequest('x'), wrong('not-json')],
    ['a list', () => readRequest('[]'), wrong('not-object')],
    [
      'data as text',
      () => request({ data: '{}' }),
      wrong('not-object', { field: 'data' }),
    ],
    [
      'data a list',
      () => request({ data: [] }),
      wrong('not-object', { field: 'data' }),
    ],
    [
      'no orgId anywhere',
      () => request({ orgId: '', data: { ...data, orgId: '' } }),
      missing('orgId', 'XJ-D01-2019 B.1'),
    ],
    [
      'no transType',
      () => request({ transType: '' }),
      missing('transType', 'XJ-D01-2019 B.1'),
    ],
    [
      'a transType that is no text',
      () => request({ transType: {} }),
      wrong('field-type', { field: 'transType', clause: 'XJ-D01-2019 B.1' }),
    ],
    [
      'an unknown transType',
      () => request({ transType: 'x' }),
      wrong('trans-type-unknown'),
    ],
    [
      'a bare token',
      () => readRequest('{"ecToken":"x"}'),
      missing('idType', 'XJ-D01-2019 A.6'),
    ],
    [
      'a bare token that is no text',
      () => readRequest('{"ecToken":["x"]}'),
      wrong('field-type', { field: 'ecToken', clause: 'XJ-D01-2019 A.6' }),
    ],
    [
      'another gainWay',
      () =>
        request({
          transType: 'iot.gain.ec.qrcode',
          data: { ...data, gainWay: 'CARD', outBizNo: '1' },
        }),
      wrong('field-value', { field: 'gainWay', known: 'MOBILE, FACE, ALL' }),
    ],
    [
      'no data',
      () => request({ data: null }),
      missing('businessType', 'XJ-D01-2019 B.3'),
    ],
    [
      'no operatorId',
      () => requestWith({ operatorId: null }),
      missing('operatorId', 'XJ-D01-2019 B.3'),
    ],
    [
      'a long operatorName',
      () => requestWith({ operatorName: '甲'.repeat(31) }),
      wrong('field-too-long', { field: 'operatorName', limit: 30 }),
    ],
  ]
  for (const [name, read, failure] of cases) t.throws(read, failure, name)
})
