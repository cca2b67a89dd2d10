import t from 'tap'
import { QUERY, requestFor, startHarness } from '../harness.js'

const outBizNo = 'H3502031900120240601000001234'
const settlement = {
  outBizNo,
  medicalSettleState: 'SUCCESS',
  medicalSettleNo: '20240601000001',
  authNo: '',
  totalFee: '112.30',
  ownAmt: '12.3',
  hifAmt: '100',
  acctAmt: '0',
  balance: null,
  bizType: 'settle',
}
const TYPES = ['cn.nhsa.settle.notify', 'iot.medical.settle.notify']

for (const transType of TYPES) {
  const request = (data: object) =>
    requestFor(transType, { ...settlement, ...data })

  t.test(`${transType} is acknowledged, the same each time`, async t => {
    const { post } = await startHarness(t)
    const first = await post(QUERY, request({}))
    t.strictSame(first.json.data, { outBizNo, extData: null })
    t.equal(first.json.code, 0)
    const again = await post(QUERY, request({}))
    t.equal(again.text, first.text)
    const other = await post(QUERY, request({ outBizNo: '2' }))
    t.equal(other.json.data.outBizNo, '2')
  })

  t.test(`${transType} has its amounts as text`, async t => {
    const { post } = await startHarness(t)
    for (const amount of [112.3, '112.345', '112,3', '-1', '1e2', 'x', ' 1']) {
      for (const name of ['totalFee', 'ownAmt', 'balance', 'selfFee']) {
        const { json } = await post(QUERY, request({ [name]: amount }))
        t.equal(json.code, -2, `${name} ${amount}`)
        t.match(json.message, `data.${name}`)
      }
    }
  })

  t.test(`${transType} names what is missing`, async t => {
    const { post } = await startHarness(t)
    for (const [field, value] of [
      ['outBizNo', ''],
      ['totalFee', null],
      ['medicalSettleState', 'PAID'],
      ['operatorName', ''],
    ]) {
      const { json } = await post(QUERY, request({ [`${field}`]: value }))
      t.equal(json.code, -2)
      t.match(json.message, `data.${field}`)
    }
    t.equal((await post(QUERY, request({ termId: '1' }))).json.code, -4)
  })
}

t.test('a settlement that succeeded has its number', async t => {
  const { post } = await startHarness(t)
  const send = (data: object) =>
    post(QUERY, requestFor('cn.nhsa.settle.notify', { ...settlement, ...data }))
  const { json } = await send({ medicalSettleNo: '' })
  t.match(json, { code: -2, message: /data\.medicalSettleNo/ })
  const failed = { medicalSettleNo: '', medicalSettleState: 'FAIL' }
  t.equal((await send(failed)).json.code, 0)
})
