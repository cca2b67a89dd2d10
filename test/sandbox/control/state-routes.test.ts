import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { request } from 'node:https'
import { join } from 'node:path'
import t from 'tap'
import {
  type ClockState,
  type RequestSummary,
  type ScenarioSetUp,
  type SnapshotSummary,
  scenarioList,
  scenarioSetUp,
  snapshotSummary,
} from '../../../src/sandbox/control/contract.js'
import type { Fault } from '../../../src/sandbox/control/fault-contract.js'
import { SNAPSHOTS_MAX } from '../../../src/sandbox/control/snapshots.js'
import { startSandbox } from '../../../src/sandbox/sandbox.js'
import { startHarness } from '../harness.js'

const SNAPSHOTS = '/sandbox/snapshots'

t.test('a reset leaves nothing of what happened', async t => {
  const { sandbox, get, post, query } = await startHarness(t)
  const code = await sandbox.issueCode('zhang')
  await post('/sandbox/faults', { fault: { code: -6 } })
  await post('/sandbox/clock', { set: 0, freeze: true })
  await query(code)
  t.equal((await post('/sandbox/reset', {})).status, 200)
  t.match((await query(code)).json, { code: 500049 }, 'codes are unknown')
  t.match((await get('/sandbox/faults')).json, { faults: [] })
  const { now, frozen } = (await get<ClockState>('/sandbox/clock')).json
  t.equal(frozen, false)
  t.ok(now > 0)
  const { json } = await get<{ requests: RequestSummary[] }>(
    '/sandbox/requests',
  )
  t.equal(json.requests.length, 1)
})

t.test('a snapshot brings everything back, as often as asked', async t => {
  const { sandbox, get, post, query } = await startHarness(t)
  await post('/sandbox/clock', { set: 1_000_000_000_000, freeze: true })
  const code = await sandbox.issueCode('zhang')
  const order = { fault: { latencyMs: 1 }, route: 'localQrCodeQuery' }
  await post('/sandbox/faults', order)
  const saved = await post<SnapshotSummary>(SNAPSHOTS, { name: '之前' })
  t.match(snapshotSummary.parse(saved.json), { name: '之前', faults: 1 })
  for (let count = 0; count < 2; count++) {
    t.equal((await query(code)).json.code, 0, 'the code is not used yet')
    t.equal((await query(code)).json.code, 501001)
    await post('/sandbox/clock', { run: true })
    const path = `${SNAPSHOTS}/${encodeURIComponent('之前')}/load`
    t.equal((await post(path, {})).status, 200)
    t.match((await get('/sandbox/clock')).json, {
      now: 1_000_000_000_000,
      frozen: true,
    })
    t.match((await get('/sandbox/faults')).json, { faults: [order] })
  }
})

t.test('what comes after a snapshot comes again after its load', async t => {
  const { sandbox, post } = await startHarness(t)
  await post(SNAPSHOTS, { name: 'a' })
  const first = await sandbox.issueCode('zhang')
  await post(`${SNAPSHOTS}/a/load`, {})
  t.equal(await sandbox.issueCode('zhang'), first)
})

t.test('snapshots outlive the process, and end in their removal', async t => {
  const folder = t.testdir()
  const before = await startHarness(t, folder)
  await before.post(SNAPSHOTS, { name: 'kept' })
  await before.sandbox.close()
  const { get, send } = await startHarness(t, folder)
  const names = async () =>
    (await get<{ snapshots: SnapshotSummary[] }>(SNAPSHOTS)).json.snapshots.map(
      ({ name }) => name,
    )
  t.strictSame(await names(), ['kept'])
  const path = `${SNAPSHOTS}/kept`
  t.equal((await send(path, { method: 'DELETE' })).status, 200)
  t.strictSame(await names(), [])
  t.equal((await send(path, { method: 'DELETE' })).status, 404)
})

t.test('a name is never a path', async t => {
  const { post } = await startHarness(t)
  for (const name of ['', '../x', '/etc/passwd', 'a b', '.a', 'x'.repeat(65)])
    t.equal((await post(SNAPSHOTS, { name })).status, 400, name)
  const climbing = await post(`${SNAPSHOTS}/..%2f..%2fx/load`, {})
  t.equal(climbing.status, 404)
})

t.test('every scenario can be set up', async t => {
  const { get, post } = await startHarness(t)
  const list = await get('/sandbox/scenarios')
  const { scenarios } = scenarioList.parse(list.json)
  t.ok(scenarios.length >= 10)
  for (const { name, about } of scenarios) {
    const { json } = await post(`/sandbox/scenarios/${name}`, {})
    t.match(scenarioSetUp.parse(json), { name, about })
  }
  const unknown = await post('/sandbox/scenarios/nonsense', {})
  t.equal(unknown.status, 404)
  t.match(unknown.json.message, 'slow-platform')
})

t.test('scenarios do as they are called', async t => {
  const { get, post, query } = await startHarness(t)
  const run = async (name: string) =>
    (await post<ScenarioSetUp>(`/sandbox/scenarios/${name}`, {})).json
  const answers = async (name: string) => {
    const codes = []
    for (const { code } of (await run(name)).codes)
      codes.push((await query(code)).json.code)
    return codes
  }
  t.strictSame(await answers('expired-codes'), [500005, 500005, 500005])
  t.strictSame(await answers('used-codes'), [501001, 501001, 501001])
  t.strictSame(await answers('two-provinces'), [0, 0, 0, 0])
  await run('unregistered-terminal')
  t.equal((await query('1')).json.code, -4)
  await run('restarting-gateway')
  t.match((await get<{ faults: Fault[] }>('/sandbox/faults')).json.faults, [
    { fault: { reset: true } },
    { fault: { http: 502 } },
    { fault: { http: 503 } },
  ])
  await run('busy')
  const codes = []
  for (let count = 0; count < 40; count++)
    codes.push((await query('1')).json.code)
  t.ok(codes.includes(-6) && codes.includes(500159))
})

t.test('a space starts with nothing, also in the next process', async t => {
  const folder = t.testdir()
  const before = await startHarness(t, folder)
  const headers = { 'x-nationec-sandbox': 'mine' }
  const save = { method: 'POST', headers }
  await before.send('/sandbox/scenarios/two-provinces', save)
  await before.send('/sandbox/snapshots', {
    ...save,
    headers: { ...headers, 'content-type': 'application/json' },
    body: '{"name":"full"}',
  })
  await before.sandbox.close()
  const sandbox = await startSandbox({ port: 0, folder })
  await sandbox.close()
  const after = await startHarness(t, folder)
  const full = await after.get<{ snapshots: SnapshotSummary[] }>(SNAPSHOTS)
  t.ok(full.json.snapshots[0]?.entries, 'there was something')
  await after.send(SNAPSHOTS, {
    ...save,
    headers: { ...headers, 'content-type': 'application/json' },
    body: '{"name":"empty"}',
  })
  const { json } = await after.get<{ snapshots: SnapshotSummary[] }>(SNAPSHOTS)
  t.match(json.snapshots, [{ name: 'empty', entries: 0 }, { name: 'full' }])
})

t.test(
  'a snapshot more than so many is refused, one in place of another is not',
  async t => {
    const { post, remove } = await startHarness(t)
    const save = (name: string) => post(SNAPSHOTS, { name })
    for (let count = 0; count < SNAPSHOTS_MAX; count++) await save(`n${count}`)
    t.equal((await save('n0')).status, 200)
    const { status, json } = await save('more')
    t.equal(status, 409)
    t.match(json.message, `${SNAPSHOTS_MAX}`)
    await remove(`${SNAPSHOTS}/n1`)
    t.equal((await save('more')).status, 200)
  },
)

t.test('chance goes on where a snapshot was taken, or begins anew', async t => {
  const options = { seed: 7 }
  const harness = await startHarness(t, t.testdir(), options)
  const { sandbox, post, query } = harness
  const order = { probability: 0.5, fault: { code: -6 } }
  /** What chance decides next, of faults and of platforms. */
  const next = async () => {
    const seen = []
    for (let count = 0; count < 16; count++)
      seen.push((await query('1')).json.code)
    return [...seen, await sandbox.issueCode('zhang')]
  }
  await post('/sandbox/faults', order)
  const first = await next()
  await post(SNAPSHOTS, { name: 'a' })
  const second = await next()
  t.notSame(second, first)
  await post(`${SNAPSHOTS}/a/load`, {})
  t.strictSame(await next(), second)
  await post('/sandbox/reset', {})
  await post('/sandbox/faults', order)
  t.strictSame(await next(), first)
})

t.test('what people have done is kept, emptied and brought back', async t => {
  const { sandbox, get, post, query } = await startHarness(t)
  const shown = async () =>
    (await query(await sandbox.issueCode('li'))).json.code
  await post('/sandbox/people/li/activate', { password: '246813' })
  await post(SNAPSHOTS, { name: 'active' })
  t.equal(await shown(), 0)
  await post('/sandbox/reset', {})
  t.equal(await shown(), 500001)
  await post(`${SNAPSHOTS}/active/load`, {})
  t.equal(await shown(), 0)
  t.match((await get('/sandbox/clock')).json, { frozen: false }, 'as it ran')
})

t.test('whoever watches is told that all is another now', async t => {
  const { sandbox, folder, post } = await startHarness(t)
  const ca = readFileSync(join(folder, 'certificate.pem'))
  const watching = request(`${sandbox.url}/sandbox/events`, {
    ...{ ca, agent: false },
  }).end()
  t.teardown(() => watching.destroy())
  const [response] = await once(watching, 'response')
  response.on('error', () => {}).setEncoding('utf8')
  let seen = ''
  response.on('data', (more: string) => {
    seen += more
  })
  const untilReset = async () => {
    while (!/event: reset\n/.test(seen)) await once(response, 'data')
    seen = ''
  }
  await post(SNAPSHOTS, { name: 'a' })
  for (const path of ['/sandbox/reset', `${SNAPSHOTS}/a/load`]) {
    await post(path, {})
    await untilReset()
  }
  t.pass('of both')
})
