import { join } from 'node:path'
import t from 'tap'
import { startSandbox } from '../../src/sandbox/sandbox.js'
import { DEMO_TERMINAL } from '../../src/sandbox/terminals.js'
import { application } from '../registry/terminals.js'
import { QUERY, queryFor, startHarness } from './harness.js'

const KEY = { 'idempotency-key': 'key-00000001' }

t.test('the demo terminal is on file, and others come by asking', async t => {
  const { sandbox, post, get } = await startHarness(t)
  const ask = async (changes: object) => {
    const request = queryFor(await sandbox.issueCode('zhang'))
    return post(QUERY, { ...request, data: { ...request.data, ...changes } })
  }
  t.equal((await ask({ termId: DEMO_TERMINAL })).json.code, 0)
  const unknown = '99000000000000000002'
  t.match((await ask({ termId: unknown })).json, {
    code: -4,
    message: /terminal register/,
  })
  const body = application(1, { orgId: 'H35020319001' })
  const registered = await post<{ filingNumber: string; mac: string }>(
    '/registry/terminals',
    body,
    'application/json',
    KEY,
  )
  t.equal(registered.status, 201)
  const { filingNumber: termId, mac: termMac } = registered.json
  t.equal(termId, unknown)
  t.equal((await ask({ termId, termMac })).json.code, 0)
  t.equal((await ask({ termId })).json.code, 0, 'not every way has a MAC')
  t.match((await ask({ termId, termMac: 'f8:34:41:00:00:99' })).json, {
    code: -4,
    message: /MAC/,
  })
  t.match((await ask({ termId, orgId: 'H99000000009' })).json, {
    code: -4,
    message: /registry transfer/,
  })
  await post(`/registry/terminals/${termId}/suspend`, { reason: '丢失' })
  t.match((await ask({ termId })).json, { code: -4, message: /丢失/ })
  const { json } = await get<{ entries: object[] }>(
    `/registry/terminals/${termId}/history`,
  )
  t.match(json.entries.at(-1), { who: 'sandbox', action: 'suspend' })
})

t.test('what is registered outlives the sandbox', async t => {
  const folder = t.testdir()
  const options = { port: 0, folder, database: join(folder, 'other.db') }
  const first = await startSandbox(options)
  await first.close()
  const second = await startSandbox(options)
  await second.close()
  t.pass('the demo terminal is there but once')
})

t.test('any number, where the sandbox was told so', async t => {
  const { sandbox, post } = await startHarness(t, t.testdir(), {
    anyTerminal: true,
  })
  const request = queryFor(await sandbox.issueCode('zhang'))
  const data = { ...request.data, termId: '99000000000000000042' }
  t.equal((await post(QUERY, { ...request, data })).json.code, 0)
  const short = { ...request.data, termId: '42' }
  t.equal((await post(QUERY, { ...request, data: short })).json.code, -4)
})
