/**
 * The transaction types that no public program was found to send in whole, and
 * those that follow from each other, through the library.
 * @module
 */
import t, { type Test } from 'tap'
import { device } from '../reader/devices.js'
import { TOKEN_CHECK } from '../sandbox/harness.js'
import { parse } from './callers.js'
import { type Field, startField } from './harness.js'

const orgId = 'P99000000001'
const window = {
  orgId,
  businessType: '01101',
  operatorId: '0001',
  operatorName: '收费员甲',
  officeId: '01',
  officeName: '内科',
}
const outBizNo = 'P9900000000120240601000001234'
const idNo = '11010519491231002X'
const FACE = device('print', '{"face":"wang"}')
const CARD = device('print', JSON.stringify({ idNo, userName: '王秀英' }))

const inDataOf = (transType: string, data: object) =>
  JSON.stringify({ orgId, transType, data: { ...window, ...data } })

/** A call that nobody need show a code for. */
async function ask(field: Field, transType: string, data: object = {}) {
  const { seen, steps } = field.call({ inData: inDataOf(transType, data) })
  const { returned, ...answer } = await seen.then(seen => ({
    returned: seen.returned,
    ...parse(seen),
  }))
  return { returned, answer, steps: steps().map(({ step }) => step) }
}

const PERSON = ['received', 'armed', 'scanned', 'sent', 'answered', 'delivered']
const NOBODY = ['received', 'sent', 'answered', 'delivered']

const field = await startField(t, {
  face: { command: FACE },
  card: { command: CARD },
})

t.test('a code for the window', async t => {
  const inData = inDataOf('cn.nhsa.qrcode.get', {})
  const seen = await field.callAndShow('ji', { inData })
  t.equal(seen.returned, '0000')
  t.match(parse(seen), { code: 0, orgId, data: { userName: '𠮷小川' } })
})

t.test('a face, its authorisation, its person, its token', checkFace)

async function checkFace(t: Test) {
  const auth = await ask(field, 'cn.nhsa.ec.auth', { outBizNo })
  t.strictSame(auth.steps, PERSON)
  const { authNo } = auth.answer.data
  const next = { outBizNo: `${outBizNo}2`, authNo }
  const check = await ask(field, 'cn.nhsa.auth.check', next)
  t.strictSame(check.steps, NOBODY)
  t.match(check.answer.data, { userName: '王秀英', idNo, authNo })
  await checkToken(t, check.answer.data)
  const again = await ask(field, 'cn.nhsa.auth.check', next)
  t.match(again, { returned: '500062', answer: { code: 500062 } })
}

t.test('an id card', async t => {
  const { answer, steps } = await ask(field, 'cn.nhsa.cert.get')
  t.strictSame(steps, PERSON)
  t.match(answer, { code: 0, data: { userName: '王秀英', idNo } })
  await checkToken(t, answer.data)
})

async function checkToken(t: Test, data: Record<string, unknown>) {
  const { ecToken, idType, idNo, userName } = data
  const claim = { ecToken, idType, idNo, userName }
  const strUrl = `${field.sandbox.url}${TOKEN_CHECK}`
  const seen = await field.call({ strUrl, inData: JSON.stringify(claim) }).seen
  t.equal(seen.returned, '0000')
  t.match(parse(seen), { code: 0, data: { flag: 1, userName } })
}

t.test('a box that takes either: the face comes first', async t => {
  const gain = { outBizNo, gainWay: 'ALL' }
  const { answer } = await ask(field, 'iot.gain.ec.qrcode', gain)
  t.match(answer, { code: 0, data: { userName: '王秀英', outBizNo } })
  const { answer: faceOnly } = await ask(field, 'iot.gain.ec.qrcode', {
    outBizNo,
    gainWay: 'FACE',
  })
  t.match(faceOnly, { code: 0, data: { userName: '王秀英' } })
})

const settlement = {
  outBizNo,
  medicalSettleState: 'SUCCESS',
  medicalSettleNo: '1',
  bizType: 'settle',
  totalFee: '112.30',
  drugList: JSON.stringify([{ ITEM_NO: '1', ITEMNAME: '药品', PRIC: '1' }]),
}

for (const [type, amount] of [
  ['cn.nhsa.settle.notify', 'ownAmt'],
  ['iot.medical.settle.notify', 'selfFee'],
] as const) {
  t.test(`${type}, twice, with a number for an amount`, async t => {
    const data = { ...settlement, [amount]: 12.3 }
    for (const _ of [1, 2]) {
      const { answer, steps } = await ask(field, type, data)
      t.strictSame(steps, NOBODY)
      t.match(answer, { code: 0, data: { outBizNo, extData: null } })
    }
  })
}

t.test('a notice that names no institution', async t => {
  const { orgId, ...operator } = window
  const data = { ...operator, ...settlement }
  const transType = 'iot.medical.settle.notify'
  const inData = JSON.stringify({ transType, data })
  const seen = await field.call({ inData }).seen
  t.match(parse(seen), { code: 0, orgId: '', data: { outBizNo } })
})

for (const dialect of ['A', 'B']) {
  t.test(`each form of request, encrypted in dialect ${dialect}`, async t => {
    const { url, fingerprint, keys } = field.sandbox
    const platform = {
      ...{ url: `${url}/`, pin: fingerprint, envelope: 'encrypted', dialect },
      ...{ app_id: keys.party.appId, ...keys.files },
    }
    const face = { command: FACE }
    await field.startDaemon({ face, platforms: [platform] })
    await checkFace(t)
    const notice = await ask(field, 'cn.nhsa.settle.notify', settlement)
    t.match(notice.answer, { code: 0, data: { outBizNo } })
  })
}

t.test('a box without a camera still takes a code', async t => {
  await field.startDaemon()
  const gain = { outBizNo, gainWay: 'ALL' }
  const inData = inDataOf('iot.gain.ec.qrcode', gain)
  const seen = await field.callAndShow('ji', { inData })
  t.match(parse(seen), { code: 0, data: { userName: '𠮷小川' } })
})

t.test('a terminal without devices says what to do', async t => {
  const face = await ask(field, 'cn.nhsa.ec.auth', { outBizNo })
  t.match(face, { returned: '-1', answer: { code: -1 } })
  t.match(face.answer.message, /刷脸获取授权失败.*\[face\] command/)
  const card = await ask(field, 'cn.nhsa.cert.get')
  t.match(card, { returned: '-1', answer: { code: -1 } })
  t.match(card.answer.message, '[card] command')
})

t.test('a face that does not come in time, or leaves', async t => {
  const short = { call: { deadline: 0.5 } }
  await field.startDaemon({ ...short, face: { command: device('wait') } })
  const late = await ask(field, 'cn.nhsa.ec.auth', { outBizNo })
  t.match(late, { returned: '-2', answer: { code: -2, data: {} } })
  t.match(late.answer.message, '刷脸获取授权失败')
  await field.startDaemon({ face: { command: device('print', '') } })
  const left = await ask(field, 'cn.nhsa.ec.auth', { outBizNo })
  t.match(left, { returned: '-2', answer: { code: -2, data: {} } })
})
