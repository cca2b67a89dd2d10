import t from 'tap'
import { Failure } from '../../src/failure.js'
import { STEPS } from '../../src/journal/steps.js'
import {
  IDENTITY,
  IN_DATA,
  ORG_ID,
  READING,
  REPLY,
  startCall,
} from './fake-rooms.js'

t.test('each row is written before what it tells of', async t => {
  const { reply, events } = startCall()
  t.strictSame(await reply, { ...REPLY, orgId: ORG_ID })
  t.strictSame(events, [
    'row received',
    'target',
    'identify',
    'read code',
    'row armed',
    'row scanned',
    'row sent',
    'post',
    'row answered',
    'prepare',
    'row delivered',
  ])
})

t.test('the platform gets the request and what the terminal adds', async t => {
  const bodies: object[] = []
  const extra = { a: 1 }
  const inData = JSON.stringify({ ...JSON.parse(IN_DATA), extra })
  const post = async (body: object) => {
    bodies.push(body)
    return REPLY
  }
  await startCall({ post }, { inData }).reply
  t.strictSame(bodies, [
    {
      orgId: ORG_ID,
      transType: 'ec.query',
      data: {
        ...JSON.parse(IN_DATA).data,
        orgId: ORG_ID,
        ...READING.fields,
        ...IDENTITY.fields,
      },
      extra,
    },
  ])
})

t.test('a caller cannot pass for another terminal', async t => {
  const inData = JSON.parse(IN_DATA)
  inData.data.termId = '99000000000000000009'
  inData.data.ecQrCode = 'a code of its own'
  let sent: unknown
  const post = async (body: object) => {
    sent = body
    return REPLY
  }
  await startCall({ post }, { inData: JSON.stringify(inData) }).reply
  t.match(sent, { data: { ...IDENTITY.fields, ...READING.fields } })
})

t.test('the terminal is asked with what the caller gave of it', async t => {
  const given: object[] = []
  const identify = async (data: object) => {
    given.push(data)
    return { ...IDENTITY, facts: { contradicted: 'termId' } }
  }
  const inData = JSON.parse(IN_DATA)
  inData.data.termId = 'WIN-7'
  const call = startCall({ identify }, { inData: JSON.stringify(inData) })
  await call.reply
  t.match(given, [{ termId: 'WIN-7' }])
  const sent = call.rows.find(({ step }) => step === 'sent')
  t.match(sent?.facts, { contradicted: 'termId' })
})

t.test('the journal is told all, what is personal only sealed', async t => {
  const { reply, rows } = startCall()
  const answer = await reply
  t.strictSame(
    rows.map(({ call, step }) => `${call} ${step}`),
    STEPS.map(step => `call-1 ${step}`),
  )
  t.strictSame(
    rows.map(({ facts }) => facts),
    [
      { strUrl: 'https://127.0.0.1/query', door: 'socket' },
      { orgId: ORG_ID, transType: 'ec.query' },
      { kind: 'medical' },
      {},
      { code: 0 },
      { code: 0 },
    ],
  )
  t.match(
    rows.map(({ sealed }) => sealed),
    [
      undefined,
      { data: { operatorName: '收费员甲' } },
      READING.fields,
      { body: { data: { ...READING.fields } } },
      { reply: REPLY },
      { answer },
    ],
  )
})

t.test('repairs of InData are told', async t => {
  const { reply, rows } = startCall({}, { inData: IN_DATA.replace(/}$/, ',}') })
  await reply
  t.equal(rows[1]?.facts.repairs, 'trailing comma')
})

const window = {
  orgId: ORG_ID,
  businessType: '01101',
  operatorId: '001',
  operatorName: '收费员甲',
  officeId: '01',
  officeName: '内科',
}
const outBizNo = '20200505093012'
const claim = {
  ecToken: 'x',
  idType: '01',
  idNo: '11010519491231002X',
  userName: '王秀英',
}
const settlement = {
  ...window,
  outBizNo,
  bizType: 'settle',
  medicalSettleState: 'FAIL',
  totalFee: '1.00',
}

/** Who is read for each type; none where nobody need come. */
const READ: [transType: string, data: object, read: string[]][] = [
  ['cn.nhsa.qrcode.get', window, ['code']],
  ['cn.nhsa.ec.auth', { ...window, outBizNo }, ['face']],
  ['cn.nhsa.auth.check', { ...window, outBizNo, authNo: 'ano1' }, []],
  ['cn.nhsa.cert.get', window, ['card']],
  ['cn.nhsa.settle.notify', settlement, []],
  ['iot.medical.settle.notify', settlement, []],
  [
    'iot.gain.ec.qrcode',
    { ...window, outBizNo, gainWay: 'ALL' },
    ['code', 'face'],
  ],
]

for (const [transType, data, read] of READ) {
  t.test(`${transType} goes its way`, async t => {
    const inData = JSON.stringify({ orgId: ORG_ID, transType, data })
    const { reply, rows, events } = startCall({}, { inData })
    t.equal((await reply).code, 0)
    t.strictSame(
      events.filter(event => event.startsWith('read')),
      read.map(name => `read ${name}`),
    )
    const steps = rows.map(({ step }) => step)
    const person = read.length > 0 ? ['armed', 'scanned'] : []
    const end = ['sent', 'answered', 'delivered']
    t.strictSame(steps, ['received', ...person, ...end])
    t.match(rows[1]?.facts, { orgId: ORG_ID, transType }, 'told once')
    t.notOk('transType' in (rows[2]?.facts ?? {}))
  })
}

t.test('a token’s check needs no terminal and no institution', async t => {
  const bodies: object[] = []
  const flag = { code: 0, message: '成功', data: { flag: '1', ...claim } }
  const post = async (body: object) => {
    bodies.push(body)
    return flag
  }
  const identify = () => {
    throw new Error('nobody asks which terminal it is')
  }
  const inData = JSON.stringify({ ...claim, url: 'x' })
  const { reply, events } = startCall({ post, identify }, { inData })
  t.match(await reply, { code: 0, orgId: '', data: { flag: 1 } })
  t.strictSame(bodies, [claim])
  t.notOk(events.includes('identify'))
})

t.test('what may be repeated is sent again, and it is told', async t => {
  let posts = 0
  const post = async () => {
    if (posts++ === 0) throw new Failure('platform-cut', { origin: 'x' })
    return REPLY
  }
  const inData = JSON.stringify(claim)
  const { reply, rows } = startCall({ post }, { inData })
  t.equal((await reply).code, 0)
  t.match(rows.at(-2), { step: 'answered', facts: { repeated: true } })
})

t.test('what the platform left out is told', async t => {
  const post = async () => ({ ...REPLY, data: { idNo: '1' } })
  const { reply, rows } = startCall({ post })
  t.equal((await reply).code, 0)
  t.match(rows.at(-2)?.facts, { missing: 'userName, idType, ecToken' })
})
