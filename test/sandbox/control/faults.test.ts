import iconv from 'iconv-lite'
import t, { type Test } from 'tap'
import { Agent, request } from 'undici'
import { returnCodes } from '../../../src/dictionary/return-codes.js'
import { EnvelopeError } from '../../../src/envelope/envelope-error.js'
import type { JsonObject } from '../../../src/envelope/json.js'
import { openEnvelope } from '../../../src/envelope/open.js'
import { sealEnvelope } from '../../../src/envelope/seal.js'
import { FAULTS_MAX } from '../../../src/sandbox/control/fault-book.js'
import {
  type Fault,
  type FaultKind,
  fault as faultSchema,
} from '../../../src/sandbox/control/fault-contract.js'
import { type Harness, QUERY, queryFor, startHarness } from '../harness.js'
import { terminalOf } from '../terminal.js'

const FAULTS = '/sandbox/faults'

interface List {
  faults: Fault[]
}

t.test('every code of table C.4 is one fault away', async t => {
  const { post, query } = await startHarness(t)
  for (const { code, message } of returnCodes) {
    await post(FAULTS, { fault: { code }, count: 1 })
    const { json } = await query('1')
    t.match(json, { code, message }, String(code))
  }
  t.equal((await query('1')).json.code, 500159, 'each was gone afterwards')
})

t.test('a fault strikes whom it is meant for', async t => {
  const { post, query, send } = await startHarness(t)
  for (const [criterion, value, other] of [
    ['route', 'localQrCodeQuery', 'localEcTokenCheck'],
    ['transType', 'ec.query', 'cn.nhsa.qrcode.get'],
    ['orgId', 'H35020319001', 'H35020319002'],
    ['termId', '99000000000000000001', '99000000000000000002'],
  ] as const) {
    for (const [wanted, code] of [
      [value, -6],
      [other, 500159],
    ] as const) {
      await post(FAULTS, { [criterion]: wanted, fault: { code: -6 } })
      t.equal((await query('1')).json.code, code, `${criterion} ${wanted}`)
      await send(FAULTS, { method: 'DELETE' })
    }
  }
})

t.test('a terminal is known by what it has encrypted', async t => {
  const harness = await startHarness(t)
  const { post } = harness
  const termId = '99000000000000000001'
  await post(FAULTS, { termId, fault: { code: -6 } })
  const { json } = await post(QUERY, await sealed(harness, 'encrypted'))
  t.equal(json.code, -6)
})

t.test('a fault may strike now and then', async t => {
  const { get, post, query } = await startHarness(t)
  await post(FAULTS, { probability: 0.5, fault: { code: -6 } })
  const codes = []
  for (let count = 0; count < 40; count++)
    codes.push((await query('1')).json.code)
  const struck = codes.filter(code => code === -6).length
  t.ok(struck > 5 && struck < 35, `${struck} of 40`)
  const { json } = await get<List>(FAULTS)
  t.equal(json.faults[0]?.struck, struck)
})

t.test('a fault strikes as often as it was told', async t => {
  const { get, post, query } = await startHarness(t)
  const { json } = await post(FAULTS, { count: 2, fault: { code: -1 } })
  t.match(faultSchema.parse(json), { id: 1, struck: 0, count: 2 })
  const codes = []
  for (let count = 0; count < 3; count++)
    codes.push((await query('1')).json.code)
  t.strictSame(codes, [-1, -1, 500159])
  t.strictSame((await get<List>(FAULTS)).json, { faults: [] })
})

t.test('faults are removed one by one and all at once', async t => {
  const { get, post, send } = await startHarness(t)
  for (let count = 0; count < 3; count++)
    await post(FAULTS, { fault: { code: -1 } })
  await send(`${FAULTS}/2`, { method: 'DELETE' })
  const ids = async () =>
    (await get<List>(FAULTS)).json.faults.map(({ id }) => id)
  t.strictSame(await ids(), [1, 3])
  const gone = await send(`${FAULTS}/2`, { method: 'DELETE' })
  t.equal(gone.status, 404)
  await send(FAULTS, { method: 'DELETE' })
  t.strictSame(await ids(), [])
})

t.test('an order that is none is refused', async t => {
  const { post, get } = await startHarness(t)
  for (const order of [
    {},
    { fault: {} },
    { fault: { code: '1' } },
    { fault: { code: 1, http: 500 } },
    { fault: { http: 200 } },
    { fault: { latencyMs: -1 } },
    { fault: { cut: 'sideways' } },
    { fault: { nonsense: true } },
    { fault: { code: 1 }, probability: 0 },
    { fault: { code: 1 }, probability: 1.1 },
    { fault: { code: 1 }, count: 0 },
    { fault: { code: 1 }, colour: 'red' },
  ])
    t.equal((await post(FAULTS, order)).status, 400, JSON.stringify(order))
  t.strictSame((await get<List>(FAULTS)).json, { faults: [] })
})

t.test('a latency comes before what it is beside', async t => {
  const { post, query } = await startHarness(t)
  await post(FAULTS, { fault: { latencyMs: 60, code: -6 } })
  const before = performance.now()
  t.equal((await query('1')).json.code, -6)
  t.ok(performance.now() - before >= 59)
})

t.test('who hangs up during a latency is on record', async t => {
  const harness = await startHarness(t)
  const { post, get } = harness
  await post(FAULTS, { fault: { latencyMs: 60_000 }, count: 1 })
  await giveUp(t, harness)
  const seen = await get<{ requests: object[] }>('/sandbox/requests')
  t.match(seen.json.requests, [{ status: 0, code: null, fault: 1 }])
})

t.test('no answer at all', async t => {
  const harness = await startHarness(t)
  await harness.post(FAULTS, { fault: { hang: true }, count: 1 })
  await giveUp(t, harness)
  t.equal((await harness.query('1')).json.code, 500159)
})

async function giveUp(t: Test, { sandbox }: Harness) {
  const signal = AbortSignal.timeout(100)
  const dispatcher = new Agent({ connect: { rejectUnauthorized: false } })
  const asked = request(sandbox.url + QUERY, {
    ...{ dispatcher, signal, method: 'POST' },
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(queryFor('1')),
  })
  await t.rejects(asked, { name: 'TimeoutError' })
  await dispatcher.destroy()
  await new Promise(resolve => setTimeout(resolve, 20))
}

/** The bytes that answer a query for 吉, whose name is not in GBK. */
async function bytesUnder(harness: Harness, fault: FaultKind) {
  const { sandbox } = harness
  await harness.post(FAULTS, { fault, count: 1 })
  const dispatcher = new Agent({ connect: { rejectUnauthorized: false } })
  const { body, statusCode } = await request(sandbox.url + QUERY, {
    ...{ dispatcher, method: 'POST' },
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(queryFor(await sandbox.issueCode('zhang'))),
  })
  const bytes = Buffer.from(await body.arrayBuffer())
  await dispatcher.destroy()
  return { bytes, status: statusCode }
}

t.test('answers that are spoilt', async t => {
  const harness = await startHarness(t)
  const isJson = (bytes: Buffer) => {
    try {
      return Boolean(JSON.parse(bytes.toString()))
    } catch {
      return false
    }
  }
  const empty = await bytesUnder(harness, { empty: true })
  t.match(empty, { status: 200, bytes: { length: 0 } })
  const garbled = await bytesUnder(harness, { garble: true })
  t.notOk(isJson(garbled.bytes))
  t.ok(garbled.bytes.length > 100)
  const truncated = await bytesUnder(harness, { truncate: true })
  t.equal(truncated.status, 200)
  t.match(truncated.bytes.toString(), /^\{"code":0/)
  t.notOk(isJson(truncated.bytes))
  const gbk = await bytesUnder(harness, { gbk: true })
  t.notMatch(gbk.bytes.toString(), '张三')
  t.match(iconv.decode(gbk.bytes, 'gbk'), '张三')
})

/** A request for a fresh code in an envelope. */
async function sealed({ sandbox }: Harness, form: 'signed' | 'encrypted') {
  const style = { form, dialect: 'A', sign: 'SM2', version: '1.0.0' } as const
  const message = queryFor(await sandbox.issueCode('zhang'))
  return sealEnvelope(message, style, terminalOf(sandbox.keys), Date.now())
}

/** What a terminal finds wrong with the answer. */
async function wrongWith(
  harness: Harness,
  fault: FaultKind,
  form: 'signed' | 'encrypted',
) {
  const { post, sandbox } = harness
  await post(FAULTS, { fault, count: 1 })
  const { json } = await post<JsonObject>(QUERY, await sealed(harness, form))
  const accepted = { dialects: ['A'], signs: ['SM2'] } as const
  try {
    return openEnvelope(json, accepted, terminalOf(sandbox.keys), Date.now())
      .message
  } catch (error) {
    return error instanceof EnvelopeError ? error.code : error
  }
}

t.test('signatures and times that are wrong', async t => {
  const harness = await startHarness(t)
  for (const form of ['signed', 'encrypted'] as const) {
    const wrong = { 'wrong-signature': true } as const
    t.equal(await wrongWith(harness, wrong, form), 'signature')
    t.equal(await wrongWith(harness, { stale: true }, form), 'skew')
    t.match(await wrongWith(harness, { code: -6 }, form), { code: -6 })
  }
})

t.test('what strikes is on record', async t => {
  const harness = await startHarness(t)
  await bytesUnder(harness, { gbk: true })
  const { json } = await harness.get('/sandbox/requests/1')
  t.match(json, {
    why: /#1 gbk/,
    said: /"userName":"张三"/,
    sent: { encoding: 'base64' },
    struck: { fault: { gbk: true } },
    explanation: { clause: null, verdict: /#1 gbk/ },
  })
})

t.test('one more fault than there may be is refused, with why', async t => {
  const { post } = await startHarness(t)
  const set = () => post(FAULTS, { fault: { code: -6 } })
  await Promise.all(Array.from({ length: FAULTS_MAX }, set))
  const { status, json } = await set()
  t.equal(status, 409)
  t.match(json.message, `${FAULTS_MAX}`)
})
