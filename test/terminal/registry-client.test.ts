import { join } from 'node:path'
import t, { type Test } from 'tap'
import type { TerminalApplication } from '../../src/dictionary/terminal-fields.js'
import { connectionsTo } from '../../src/platform/trust.js'
import { openRegistry } from '../../src/registry/registry.js'
import { startRegistry } from '../../src/registry/server.js'
import { openStore } from '../../src/store/store.js'
import {
  createRegistryClient,
  type RegistryClientOptions,
} from '../../src/terminal/registry-client.js'
import { startFlakyLine } from './flaky-line.js'

const application: TerminalApplication = {
  type: 'self-service',
  name: '挂号自助终端',
  purpose: '用于患者自助进行挂号等操作',
  version: '1.2',
  institution: '某某医院',
  developer: '某某开发有限公司',
  mac: '00:00:5e:00:53:01',
  orgId: 'H99000000001',
}
const KEY = 'key-00000001'

/** A registry over HTTPS that nobody reviews for, behind a flaky line. */
async function setUp(t: Test) {
  const folder = t.testdir()
  const database = join(folder, 'registry.db')
  const registry = await startRegistry({
    ...{ database, folder, port: 0 },
    review: 'automatic',
  })
  const line = await startFlakyLine(t, registry.url)
  const dispatcher = connectionsTo({
    ...{ url: line.url, pin: registry.fingerprint, caFile: '' },
  })
  t.teardown(async () => {
    await dispatcher.destroy()
    await registry.close()
  })
  const client = (options: Partial<RegistryClientOptions> = {}) =>
    createRegistryClient({
      ...{ url: line.url, dispatcher, locale: 'en' },
      signal: new AbortController().signal,
      random: () => 0,
      ...options,
    })
  return { database, line, client }
}

/** What is on file, read past the server. */
async function onFile(database: string) {
  const store = await openStore(database)
  const registry = await openRegistry(store)
  const { terminals } = await registry.search({ limit: 100 })
  await store.close()
  return terminals
}

t.test('an application, its receipt, and the check', async t => {
  const { client } = await setUp(t)
  const filed = await client().apply(application, KEY)
  t.match(filed, {
    ...application,
    state: 'active',
    filingNumber: /^99\d{18}$/,
  })
  t.strictSame(await client().receipt(filed.receipt), filed)
  const termId = filed.filingNumber ?? ''
  const { mac } = application
  t.match(await client().check({ termId, mac }), { ok: true, terminal: filed })
  t.match(await client().check({ termId, mac: '00:00:5e:00:53:99' }), {
    ok: false,
    refusal: 'mac',
    message: /nationec terminal check/,
    terminal: null,
  })
})

t.test('answers that are lost: registered once', async t => {
  const { database, line, client } = await setUp(t)
  line.loseAnswers(3)
  const reasons: string[] = []
  const onWaiting = ({ reason }: { reason: string }) =>
    void reasons.push(reason)
  const filed = await client({ onWaiting }).apply(application, KEY)
  t.equal(reasons.length, 3, reasons.join())
  t.match(await onFile(database), [{ receipt: filed.receipt }])
})

t.test('a line that is down comes back', async t => {
  const { line, client } = await setUp(t)
  line.down = true
  const onWaiting = ({ attempts }: { attempts: number }) => {
    line.down = attempts < 2
  }
  t.match(await client({ onWaiting }).apply(application, KEY), {
    state: 'active',
  })
})

t.test(
  'nobody listens: a look ends at once, the patient ask again',
  async t => {
    const url = 'https://127.0.0.1:9/'
    const dispatcher = connectionsTo({ url, pin: '', caFile: '' })
    t.teardown(() => dispatcher.destroy())
    const stop = new AbortController()
    const options = {
      url,
      dispatcher,
      locale: 'en',
      signal: stop.signal,
    } as const
    const looks = createRegistryClient(options)
    const refused = { name: 'Refused', message: 'ECONNREFUSED' }
    await t.rejects(looks.check({ termId: 'x' }), refused)
    await t.rejects(looks.receipt('x'), refused)
    await t.rejects(looks.search({}), refused)
    let attempts = 0
    const patient = createRegistryClient({
      ...options,
      isPatient: true,
      random: () => 0,
      onWaiting(waiting) {
        attempts = waiting.attempts
        if (attempts === 2) stop.abort()
      },
    })
    await t.rejects(patient.apply(application, KEY), refused)
    t.equal(attempts, 2)
  },
)

t.test('a line that stays down ends at the deadline', async t => {
  const { line, client } = await setUp(t)
  line.down = true
  const signal = AbortSignal.timeout(400)
  await t.rejects(client({ signal }).apply(application, KEY), {
    name: 'Unanswered',
    message: /ECONNRESET|UND_ERR_SOCKET/,
  })
})

t.test('a server that is silent is asked again', async t => {
  const { line, client } = await setUp(t)
  line.loseAnswers(1, 60_000)
  const waited: string[] = []
  const impatient = client({
    attemptMs: 1000,
    onWaiting: ({ reason }) => void waited.push(reason),
  })
  t.match(await impatient.apply(application, KEY), { state: 'active' })
  t.equal(waited[0], 'ETIMEDOUT')
})

t.test('a refusal is not repeated, and says why', async t => {
  const { client } = await setUp(t)
  await client().apply(application, KEY)
  const refused = (status: number, message: RegExp) => ({
    name: 'RegistryRefusal',
    status,
    message,
  })
  const other = { ...application, version: '1.3' }
  await t.rejects(client().apply(other, KEY), refused(409, /Idempotency-Key/))
  await t.rejects(client().apply(other, 'key-2-0000'), refused(409, /MAC/))
  await t.rejects(client().receipt('nobody'), refused(400, /./))
  await t.rejects(client().search({}), refused(401, /NATIONEC_REGISTRY_TOKEN/))
  const wrong = { ...application, version: '1' }
  await t.rejects(client().apply(wrong, 'key-3-0000'), refused(400, /version/))
})

t.test('an operator searches', async t => {
  const { database, client } = await setUp(t)
  await client().apply(application, KEY)
  const store = await openStore(database)
  const token = await (await openRegistry(store)).addOperator('op')
  await store.close()
  const operator = client({ token })
  t.match(await operator.search({ q: '某某', state: 'active', orgId: '' }), {
    terminals: [{ name: application.name }],
    next: null,
  })
  t.strictSame((await operator.search({ q: '无' })).terminals, [])
})
