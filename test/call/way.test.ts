import t from 'tap'
import { STEPS } from '../../src/journal/steps.js'
import {
  IDENTITY,
  IN_DATA,
  ORG_ID,
  REPLY,
  SCANNED,
  startCall,
} from './fake-rooms.js'

t.test('each row is written before what it tells of', async t => {
  const { reply, events } = startCall()
  t.strictSame(await reply, { ...REPLY, orgId: ORG_ID })
  t.strictSame(events, [
    'row received',
    'target',
    'identify',
    'scan',
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
        ecQrCode: SCANNED.text,
        ...IDENTITY,
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
  t.match(sent, { data: { ...IDENTITY, ecQrCode: SCANNED.text } })
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
      { code: SCANNED.text },
      { body: { data: { ecQrCode: SCANNED.text } } },
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

t.test('no secret of strUrl is written in clear', async t => {
  for (const strUrl of [
    'https://user:secret@127.0.0.1/query?secret#secret',
    'https://127.0.0.1/query#secret\nsecret',
    'https://127.0.0.1/query?\nsecret',
  ]) {
    const { reply, rows } = startCall({}, { strUrl })
    await reply
    t.equal(rows[0]?.facts.strUrl, 'https://127.0.0.1/query')
  }
})
