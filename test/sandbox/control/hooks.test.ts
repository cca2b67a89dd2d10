import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { request } from 'node:https'
import { join } from 'node:path'
import t from 'tap'
import type {
  RequestSummary,
  RequestWhole,
} from '../../../src/sandbox/control/contract.js'
import type {
  Fault,
  FaultKind,
} from '../../../src/sandbox/control/fault-contract.js'
import { type Harness, QUERY, queryFor, startHarness } from '../harness.js'

const FAULTS = '/sandbox/faults'

/** The latest request as it is on record. */
async function latest({ get }: Harness): Promise<RequestWhole> {
  const path = '/sandbox/requests?limit=1'
  const { requests } = (await get<{ requests: RequestSummary[] }>(path)).json
  const id = requests[0]?.id
  return (await get<RequestWhole>(`/sandbox/requests/${id}`)).json
}

/** The answer to a query for `code`, as far as it comes. */
async function ask({ sandbox, folder }: Harness, code: string) {
  const ca = readFileSync(join(folder, 'certificate.pem'))
  const asked = request(sandbox.url + QUERY, {
    ...{ ca, agent: false, method: 'POST' },
    headers: { 'content-type': 'application/json' },
  }).end(JSON.stringify(queryFor(code)))
  const [response] = await once(asked, 'response')
  response.on('error', () => {}).resume()
  await new Promise(resolve => response.on('close', resolve))
  return { promised: Number(response.headers['content-length']) }
}

t.test('what is on record of an answer that a fault has changed', async t => {
  const harness = await startHarness(t)
  const { post, query, sandbox } = harness
  const set = (fault: FaultKind) => post(FAULTS, { fault, count: 1 })
  await set({ http: 503 })
  await ask(harness, '1')
  t.match(await latest(harness), { status: 503, said: null, sent: null })
  await set({ cut: 'after' })
  await t.rejects(query(await sandbox.issueCode('zhang')))
  const cut = await latest(harness)
  t.match(cut, { status: 0, code: 0, said: /张三/, sent: null })
})

t.test('half an answer comes under headers that promise it all', async t => {
  const harness = await startHarness(t)
  await harness.post(FAULTS, { fault: { cut: 'middle' } })
  const { promised } = await ask(
    harness,
    await harness.sandbox.issueCode('zhang'),
  )
  const { said } = await latest(harness)
  t.match(said, /张三/)
  t.equal(promised, Buffer.byteLength(String(said)))
})

t.test('what a fault makes up changes no code that is given', async t => {
  const harness = await startHarness(t, t.testdir(), { seed: 7 })
  const { post, sandbox } = harness
  const first = await sandbox.issueCode('zhang')
  await post('/sandbox/reset', {})
  await post(FAULTS, { fault: { garble: true } })
  await ask(harness, '1')
  t.match(await latest(harness), { struck: { fault: { garble: true } } })
  t.equal(await sandbox.issueCode('zhang'), first)
})

t.test('an address that is none meets no fault', async t => {
  const { get, post } = await startHarness(t)
  await post(FAULTS, { fault: { code: -6 } })
  t.equal((await post('/nowhere', queryFor('1'))).json.code, -5)
  const { json } = await get<{ faults: Fault[] }>(FAULTS)
  t.match(json.faults, [{ struck: 0 }])
})

t.test('a space whose name is none is not opened', async t => {
  const { get, send } = await startHarness(t)
  const headers = { 'x-nationec-sandbox': 'a b' }
  t.equal((await send('/sandbox/clock', { headers })).status, 400)
  const { json } = await get<{ spaces: object[] }>('/sandbox/spaces')
  t.match(json.spaces, [{ name: '' }])
  t.equal(json.spaces.length, 1)
})

t.test('a request takes as long as it took', async t => {
  const harness = await startHarness(t)
  await harness.post(FAULTS, { fault: { latencyMs: 50 } })
  const start = performance.now()
  await harness.query('1')
  const passed = performance.now() - start
  const { ms } = await latest(harness)
  t.ok(ms >= 49 && ms <= passed, `${ms} of ${passed} ms`)
})

t.test('that a fault has struck is told, as it was then', async t => {
  const harness = await startHarness(t)
  const { post, query, sandbox, folder } = harness
  await post(FAULTS, { fault: { code: -6 } })
  for (let count = 0; count < 2; count++) await query('1')
  const ca = readFileSync(join(folder, 'certificate.pem'))
  const headers = { 'last-event-id': '0' }
  const asked = request(`${sandbox.url}/sandbox/events`, {
    ...{ ca, headers, agent: false },
  }).end()
  t.teardown(() => asked.destroy())
  const [response] = await once(asked, 'response')
  response.on('error', () => {}).setEncoding('utf8')
  let seen = ''
  while (!seen.includes('id: 5\n')) seen += (await once(response, 'data'))[0]
  const data = [...seen.matchAll(/^data: (.*)$/gm)].map(([, json = '']) =>
    JSON.parse(json),
  )
  t.match(
    data.filter(({ struck }) => struck),
    [{ struck: { id: 1, struck: 1 } }, { struck: { id: 1, struck: 2 } }],
  )
})
