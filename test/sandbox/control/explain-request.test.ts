import iconv from 'iconv-lite'
import t from 'tap'
import type { Style } from '../../../src/envelope/agreement.js'
import { sealEnvelope } from '../../../src/envelope/seal.js'
import {
  type Explanation,
  explanation,
} from '../../../src/sandbox/control/contract.js'
import { crowd } from '../../envelope/crowd.js'
import {
  type Harness,
  QUERY,
  queryFor,
  startHarness,
  TOKEN_CHECK,
} from '../harness.js'
import { ENCRYPTED, terminalOf } from '../terminal.js'

const SIGNED: Style = { ...ENCRYPTED, form: 'signed', sign: 'SM3' }

/** Why the latest request was answered as it was. */
async function why({ get }: Harness): Promise<Explanation> {
  const list = await get<{ requests: { id: number }[] }>(
    '/sandbox/requests?limit=1',
  )
  const id = list.json.requests[0]?.id
  const { json } = await get<{ explanation: object }>(`/sandbox/requests/${id}`)
  return explanation.parse(json.explanation)
}

/** The comparison that decided. */
function decisive({ compared }: Explanation) {
  return compared.find(({ ok }) => !ok)
}

t.test('what was answered passed each comparison', async t => {
  const harness = await startHarness(t)
  await harness.query(await harness.sandbox.issueCode('wang'))
  const found = await why(harness)
  t.equal(found.clause, null)
  t.equal(found.signature, null)
  t.strictSame(found.nearMisses, [])
  t.ok(found.compared.every(({ ok }) => ok))
  const clauses = found.compared.map(({ clause }) => clause)
  for (const clause of ['table A.2', 'table B.3', '2.8', '4.11', '6.3.2.2 c'])
    t.ok(clauses.includes(clause), clause)
})

t.test('a refusal names the clause', async t => {
  const harness = await startHarness(t)
  const { sandbox, query, post } = harness
  const used = await sandbox.issueCode('zhang')
  await query(used)
  await query(used)
  const again = await why(harness)
  t.equal(again.clause, '4.11')
  t.match(again.nearMisses, [{ what: 'used', meant: '#1' }])
  for (const [kind, clause, rule] of [
    ['expired', '4.11', 'in-time'],
    ['unknown', '4.9', 'given'],
    ['payment', '2.2', 'kind'],
  ] as const) {
    await query(await sandbox.issueCode('zhang', { kind }))
    const found = await why(harness)
    t.equal(found.clause, clause, kind)
    t.equal(decisive(found)?.rule, rule)
  }
  const { termId: _, ...data } = queryFor('1').data
  await post(QUERY, '[]')
  const none = decisive(await why(harness))
  t.match(none, { what: 'all required fields are filled in', ok: false })
  await post(QUERY, { ...queryFor('1'), data })
  const missing = await why(harness)
  t.equal(missing.clause, 'table B.3')
  t.match(decisive(missing), {
    rule: 'fields',
    what: 'the required field data.termId is filled in',
    found: '-',
  })
  const claim = { idType: '01', idNo: '1', userName: '张三' }
  await post(TOKEN_CHECK, { ecToken: '130000ec', ...claim })
  t.match(decisive(await why(harness)), { clause: '2.10' })
})

t.test('a refused signature names the variant that fits', async t => {
  const harness = await startHarness(t)
  const { sandbox, post } = harness
  const terminal = terminalOf(sandbox.keys)
  const body = sealEnvelope(queryFor('1'), ENCRYPTED, terminal, Date.now())
  const signData = Buffer.from(String(body.signData), 'base64')
  const swapped = Buffer.concat([
    signData.subarray(32),
    signData.subarray(0, 32),
  ])
  await post(QUERY, { ...body, signData: swapped.toString('base64') })
  const { signature, clause, compared } = await why(harness)
  t.equal(clause, 'table A.1')
  t.match(compared.at(-1), { rule: 'signature', ok: false })
  t.match(signature, {
    ...{ right: false, variants: ['swapped'], form: 'encrypted' },
    ...{ outcome: 'explained', open: '' },
    canonicalText: new RegExp(`&key=${terminal.appSecret}$`),
    key: { key: /^[0-9A-F]{16}$/ },
    data: /"termId":"99000000000000000001"/,
  })
})

t.test('that no slip was found is not that none was looked for', async t => {
  const harness = await startHarness(t)
  const { sandbox, post } = harness
  const terminal = terminalOf(sandbox.keys)
  const body = sealEnvelope(queryFor('1'), SIGNED, terminal, Date.now())
  const signData = '00'.repeat(32)
  const refused = (await post(QUERY, { ...body, signData })).json
  const none = (await why(harness)).signature
  t.match(none, { outcome: 'unexplained', open: /no known slip/, slips: [] })
  const crowded = crowd()
  const busy = (await why(harness)).signature
  t.match(busy, { outcome: 'busy', open: /16 signatures wait.*ask again/ })
  const { outcome, open, ...rest } = none ?? {}
  t.match(busy, rest, 'the rest is told all the same')
  t.strictSame((await post(QUERY, { ...body, signData })).json, refused)
  await crowded.leave()
  t.match((await why(harness)).signature, { outcome: 'unexplained' })
})

t.test('a right signature is shown step by step', async t => {
  const harness = await startHarness(t)
  const { sandbox, post } = harness
  const terminal = terminalOf(sandbox.keys)
  const style: Style = { ...SIGNED, dialect: 'B' }
  await post(QUERY, sealEnvelope(queryFor('1'), style, terminal, Date.now()))
  const { signature } = await why(harness)
  t.match(signature, { right: true, dialect: 'B', sign: 'SM3' })
  t.match(signature, { outcome: 'right', open: '' })
  const late = Date.now() - 3_600_000
  await post(QUERY, sealEnvelope(queryFor('1'), style, terminal, late))
  const skewed = await why(harness)
  t.equal(skewed.clause, 'field')
  t.match(decisive(skewed), { rule: 'clock' })
})

t.test('what is almost right is named', async t => {
  const harness = await startHarness(t)
  const { post, send, query, sandbox } = harness
  const misses = async () =>
    (await why(harness)).nearMisses.map(({ what, found, meant }) => [
      ...[what, found, meant],
    ])
  await post('/localcfc/api/hsecfc/localQrcodeQuery', {})
  const path = '…/localcfc/api/hsecfc/localQrCodeQuery'
  t.match(await misses(), [['path', /Qrcode/, path]])
  await post('/localQrCodeQuery', {})
  t.match(await misses(), [['path', '/localQrCodeQuery', path]])
  await send(QUERY, { method: 'GET' })
  t.strictSame(await misses(), [['method', 'GET', 'POST']])
  await post(QUERY, '{}', 'text/plain')
  t.strictSame(await misses(), [
    ['content-type', 'text/plain', 'application/json'],
  ])
  await post(QUERY, iconv.encode(JSON.stringify(queryFor('1')), 'gbk'))
  t.strictSame(await misses(), [['charset', 'GBK', 'UTF-8']])
  const { termId, ...data } = queryFor('1').data
  const known = queryFor('1')
  await post(QUERY, { ...known, data: { ...data, termID: termId } })
  t.match(await misses(), [['field', 'termID', 'termId'], ['code']])
  await post(QUERY, { ...known, termId, data })
  t.match(await misses(), [['place', 'termId', 'data.termId'], ['code']])
  await post(QUERY, { ...known, transType: 'ec.qeury' })
  t.match(await misses(), [['transType', 'ec.qeury', 'ec.query'], ['code']])
  await query((await sandbox.issueCode('zhang')).slice(0, -1))
  t.strictSame(await misses(), [['length', '27', '28']])
  await query(await sandbox.issueCode('zhang', { kind: 'payment' }))
  t.match(await misses(), [['code']])
})

t.test('what is nothing like anything is left alone', async t => {
  const harness = await startHarness(t)
  await harness.post('/somewhere/else', {})
  const { nearMisses, clause } = await why(harness)
  t.strictSame(nearMisses, [])
  t.equal(clause, 'table A.1')
})

t.test('it is told whose keys a signature was checked by', async t => {
  const harness = await startHarness(t)
  const { sandbox, post } = harness
  const style = { dialect: 'A', sign: 'SM2', version: '1.0.0' } as const
  const seal = (digits: string, extra = {}) => ({
    ...sealEnvelope(
      queryFor('1'),
      { ...style, form: 'signed' },
      terminalOf(sandbox.keysOf(digits)),
      Date.now(),
    ),
    ...extra,
  })
  const hunan = { kind: 'province', name: '湖南' }
  for (const [path, body, whose] of [
    [QUERY, seal('13'), { kind: 'province', name: '河北' }],
    [`/province/43${QUERY}`, seal('43'), hunan],
    [`/test/province/43${QUERY}`, seal('43'), hunan],
    [`/province/43${QUERY}`, seal('43', { appId: undefined }), hunan],
    [QUERY, seal('43'), hunan],
  ] as const) {
    await post(path, body)
    const { signature } = await why(harness)
    t.match(signature, { whose, right: true }, path)
  }
})

t.test('a request that was not read has used no code up', async t => {
  const harness = await startHarness(t)
  const { sandbox, query, post } = harness
  const code = await sandbox.issueCode('zhang')
  const request = queryFor(code)
  const data = { ...request.data, termId: '99000000000000000042' }
  await post(QUERY, { ...request, data })
  await post('/sandbox/faults', { fault: { code: 501001 }, count: 1 })
  await query(code)
  await query(code)
  await query(code)
  t.match((await why(harness)).nearMisses, [{ what: 'used', meant: '#3' }])
})

t.test('a misspelt member of a token check is named', async t => {
  const harness = await startHarness(t)
  const claim = { idTyp: '01', idNo: '1', userName: '张三' }
  await harness.post(TOKEN_CHECK, { ecToken: '130000ec', ...claim })
  const { nearMisses } = await why(harness)
  t.match(nearMisses, [{ what: 'field', found: 'idTyp', meant: 'idType' }])
})

t.test('no hint where nothing was wrong, or a fault decided', async t => {
  const harness = await startHarness(t)
  const { sandbox, query, post } = harness
  const request = queryFor(await sandbox.issueCode('zhang'))
  const data = { ...request.data, officeNam: '内科' }
  t.equal((await post(QUERY, { ...request, data })).json.code, 0)
  t.strictSame((await why(harness)).nearMisses, [])
  await post('/sandbox/faults', { fault: { code: -6 }, count: 1 })
  const { termId: termid, ...others } = data
  await post(QUERY, { ...request, data: { ...others, termid } })
  t.strictSame((await why(harness)).nearMisses, [])
  await query('4249999999999950100100130000')
  t.match((await why(harness)).verdict, /501001|失效|no longer good/)
  t.strictSame((await why(harness)).nearMisses, [], 'it says so by itself')
})
