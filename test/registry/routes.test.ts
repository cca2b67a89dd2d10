import t from 'tap'
import { startRegistryHarness } from './harness.js'
import { application } from './terminals.js'

const KEY = { 'idempotency-key': 'key-00000001' }
const NOBODY = { authorization: '' }

t.test('from an application to the end of a terminal', async t => {
  const { send, token } = await startRegistryHarness(t)
  const apply = () =>
    send('POST', '/registry/terminals', application(), { ...KEY, ...NOBODY })
  const first = await apply()
  t.equal(first.status, 201)
  const { receipt } = first.json
  const again = await apply()
  t.match(again, { status: 200, json: { receipt } })
  const at = `/registry/receipts/${receipt}`
  t.match(await send('GET', at, undefined, NOBODY), {
    status: 200,
    json: { state: 'applied', filingNumber: null },
  })
  const act = (name: string, body?: unknown) =>
    send('POST', `/registry/terminals/${receipt}/${name}`, body)
  const approved = await act('approve')
  const { filingNumber } = approved.json
  t.match(filingNumber, /^99\d{18}$/)
  const path = `/registry/terminals/${filingNumber}`
  t.match(await send('PATCH', path, { version: ' 2.0 ', ip: '127.0.0.1' }), {
    status: 200,
    json: { version: '2.0', ip: '127.0.0.1' },
  })
  t.match(await send('PATCH', path, { ip: null }), { json: { ip: null } })
  const moved = { orgId: 'H99000000002', institution: '另一医院' }
  t.match(await act('transfer', moved), { status: 200, json: moved })
  t.match(await act('suspend', { reason: '丢失' }), {
    json: { state: 'suspended', reason: '丢失' },
  })
  t.match(await act('resume'), { json: { state: 'active' } })
  t.match(await act('retire', { reason: '报废' }), {
    json: { state: 'retired' },
  })
  t.match(await act('resume'), { status: 409, json: { success: false } })
  const list = await send('GET', '/registry/terminals?state=retired&limit=5')
  t.match(list.json, { terminals: [{ filingNumber }], next: null })
  const history = await send('GET', `${path}/history`)
  t.equal(history.json.entries.length, 8)
  const mine = await send(
    'GET',
    `/registry/history?who=operator-${process.pid}`,
  )
  t.equal(mine.json.entries.length, 7)
  t.match(await send('GET', path), { json: { filingNumber } })
  t.notMatch(JSON.stringify(history.json), token)
})

t.test('what only an operator may do', async t => {
  const { send } = await startRegistryHarness(t)
  const asked: [Parameters<typeof send>[0], string, unknown?][] = [
    ['GET', '/registry/terminals'],
    ['GET', '/registry/terminals/99000000000000000001'],
    ['GET', '/registry/history'],
    ['PATCH', '/registry/terminals/x', { version: '1.0' }],
    ['POST', '/registry/terminals/x/approve'],
    ['POST', '/registry/imports'],
    ['GET', '/registry/imports/01ARZ3NDEKTSV4RRFFQ69G5FAV/problems'],
  ]
  for (const [method, path, body] of asked)
    for (const authorization of ['', 'Bearer x', `Bearer ${'x'.repeat(43)}`]) {
      const { status, json } = await send(method, path, body, { authorization })
      t.equal(status, 401, `${method} ${path}`)
      t.match(json.message, /NATIONEC_REGISTRY_TOKEN/)
    }
})

t.test('each fault of an application is named', async t => {
  const { send } = await startRegistryHarness(t)
  const post = (body: unknown, headers: Record<string, string> = KEY) =>
    send('POST', '/registry/terminals', body, headers)
  const bad = await post({
    ...application(),
    mac: '00-00-00-00-00-00',
    version: 'one',
    color: 'red',
  })
  t.equal(bad.status, 400)
  t.strictSame(bad.json.problems.map(({ field }) => field).sort(), [
    'color',
    'mac',
    'version',
  ])
  t.match(bad.json.message, /终端 MAC 地址/)
  const english = { ...KEY, 'accept-language': 'en' }
  t.match((await post({}, english)).json.message, /MAC address/)
  const keyless = await post(application(), {})
  t.match(keyless, { status: 400, json: { message: /Idempotency-Key/ } })
  t.equal((await post(application())).status, 201)
  t.match(await post(application(2)), {
    status: 409,
    json: { message: /Idempotency-Key/ },
  })
  for (const body of [[], 'x', 1, null]) t.equal((await post(body)).status, 400)
})

t.test('what is asked in vain', async t => {
  const { send } = await startRegistryHarness(t)
  const get = (path: string) => send('GET', `/registry/${path}`)
  for (const path of [
    'none',
    'terminals/x',
    'receipts/7ZZZZZZZZZZZZZZZZZZZZZZZZZ',
  ])
    t.equal((await get(path)).status, 404, path)
  for (const path of [
    'receipts/x',
    'terminals?limit=0',
    'terminals?limit=1001',
    'terminals?state=x',
    'terminals?colour=red',
    'terminals/count?state=x',
    `terminals/${'9'.repeat(41)}`,
  ])
    t.equal((await get(path)).status, 400, path)
  const suspend = '/registry/terminals/x/suspend'
  t.equal((await send('POST', suspend, {})).status, 400, 'a reason is needed')
  t.equal((await send('PATCH', '/registry/terminals/x', {})).status, 400)
})

t.test('a terminal asks what is on file', async t => {
  const { send } = await startRegistryHarness(t, { review: 'automatic' })
  const body = application()
  const { json } = await send('POST', '/registry/terminals', body, KEY)
  const { filingNumber: termId } = json
  const check = (asked: object) =>
    send('POST', '/registry/check', asked, NOBODY)
  t.match(await check({ termId, mac: body.mac }), {
    status: 200,
    json: { ok: true, refusal: null, terminal: { receipt: json.receipt } },
  })
  t.match((await check({ termId: '1' })).json, {
    ok: false,
    refusal: 'unregistered',
    terminal: null,
  })
})

t.test('the description has every route and its answers', async t => {
  const { send } = await startRegistryHarness(t)
  const { json } = await send<Description>(
    'GET',
    '/registry/openapi.json',
    undefined,
    NOBODY,
  )
  t.match(json.openapi, /^3\.1/)
  for (const path of [
    '/registry/terminals',
    '/registry/terminals/count',
    '/registry/imports/{id}/problems',
    '/registry/imports/{id}/rows',
    '/registry/check',
  ])
    t.ok(json.paths[path], path)
  t.ok(json.components.schemas.Terminal)
  t.match(json.paths['/registry/terminals/{id}/approve']?.post, {
    security: [{ operator: [] }],
  })
  t.match(json.paths['/registry/terminals']?.post, {
    requestBody: {
      content: { 'application/json': { schema: { properties: { mac: {} } } } },
    },
  })
})

interface Description {
  openapi: string
  paths: Record<string, { post?: object }>
  components: { schemas: Record<string, object> }
}
