import t from 'tap'
import type { Change } from '../../src/registry/context.js'
import { migrations, type Tables } from '../../src/registry/tables.js'
import { openStore } from '../../src/store/store.js'
import { onBothEngines } from '../store/engines.js'
import { fill } from './filling.js'
import { application, OPERATOR, registered, registryAt } from './terminals.js'

const page = { limit: 50 }
/** 2026-01-01 07:30 in China, still 2025 in Greenwich. */
const NOW = Date.UTC(2025, 11, 31, 23, 30)

onBothEngines('from an application to the end of a terminal', async (t, at) => {
  const registry = await registryAt(t, at, { clock: () => NOW })
  const seen: Change[] = []
  const stop = registry.onChange(change => seen.push(change))
  const { terminal, fresh } = await registry.apply(application(), 'key-00001')
  t.ok(fresh)
  t.match(terminal, {
    ...application(),
    state: 'applied',
    filingNumber: null,
    filedOn: null,
    revision: 1,
  })
  const { receipt } = terminal
  const step = (name: Parameters<typeof registry.takeStep>[2]) =>
    registry.takeStep(OPERATOR, receipt, name, 'because')
  const approved = await step('approve')
  t.match(approved, {
    state: 'active',
    filingNumber: '99000000000000000001',
    filedOn: '2026/01/01',
  })
  t.strictSame(await step('approve'), approved, 'once, however often asked')
  t.match(await step('suspend'), { state: 'suspended', reason: 'because' })
  await t.rejects(step('approve'), { code: 'wrong-state' })
  t.match(await step('resume'), { state: 'active' })
  t.match(
    await registry.change(OPERATOR, '99000000000000000001', {
      version: '1.3',
      ip: '127.0.0.1',
    }),
    { version: '1.3', ip: '127.0.0.1', revision: 5 },
  )
  const moved = { orgId: 'H99000000002', institution: '另一医院' }
  t.match(await registry.transfer(OPERATOR, receipt, moved), moved)
  t.match(await step('retire'), { state: 'retired' })
  for (const name of ['resume', 'suspend', 'approve', 'reject'] as const)
    await t.rejects(step(name), { code: 'wrong-state' })
  await t.rejects(registry.change(OPERATOR, receipt, { version: '1.4' }), {
    code: 'wrong-state',
  })
  const { entries, next } = await registry.history(page, receipt)
  t.equal(next, null)
  t.strictSame(
    entries.map(({ action, who, revision }) => [revision, who, action]),
    [
      [1, 'applicant', 'apply'],
      [2, OPERATOR, 'approve'],
      [3, OPERATOR, 'suspend'],
      [4, OPERATOR, 'resume'],
      [5, OPERATOR, 'change'],
      [6, OPERATOR, 'transfer'],
      [7, OPERATOR, 'retire'],
    ],
  )
  t.strictSame(entries[4]?.detail, { version: '1.3', ip: '127.0.0.1' })
  t.equal(seen.length, 6, 'watchers see each change once')
  stop()
  t.equal(await registered(registry, 2), '99000000000000000002')
  t.equal(seen.length, 6)
})

onBothEngines('an application is taken once', async (t, at) => {
  const registry = await registryAt(t, at)
  const again = Array.from({ length: 10 }, () =>
    registry.apply(application(), 'key-00001'),
  )
  const taken = await Promise.all(again)
  t.equal(taken.filter(({ fresh }) => fresh).length, 1)
  t.equal(new Set(taken.map(({ terminal }) => terminal.receipt)).size, 1)
  await t.rejects(registry.apply(application(2), 'key-00001'), {
    code: 'key-reused',
  })
  const turned = Object.fromEntries(Object.entries(application()).reverse())
  t.match(
    await registry.apply(turned as ReturnType<typeof application>, 'key-00001'),
    { fresh: false },
    'in whichever order its fields stand',
  )
  const { terminals } = await registry.search(page)
  t.equal(terminals.length, 1)
})

t.test('applications that nobody reviews have an end', async t => {
  const at = `${t.testdir({})}/x.db`
  const store = await openStore(at)
  t.teardown(() => store.close())
  const database = await store.open<Tables>(migrations)
  const registry = await registryAt(t, at)
  await fill(store, 99_999)
  await database.updateTable('terminal').set({ state: 'applied' }).execute()
  const { terminal } = await registry.apply(application(100_001), 'key-00001')
  const more = () => registry.apply(application(100_002), 'key-00002')
  await t.rejects(more(), { code: 'too-many-waiting' })
  await registry.takeStep(OPERATOR, terminal.receipt, 'reject', '重复')
  t.match(await more(), { fresh: true })
})

onBothEngines('a terminal that nobody applied for', async (t, at) => {
  const registry = await registryAt(t, at)
  const filingNumber = '99000000000000000005'
  const { mac: _, ...provided } = application()
  for (const _ of [1, 2])
    await registry.provide('sandbox', { ...provided, filingNumber })
  const { entries } = await registry.history(page, filingNumber)
  t.match(entries, [{ action: 'provide', who: 'sandbox' }])
  t.equal(entries.length, 1, 'is there once')
  t.equal(await registered(registry, 2), '99000000000000000006')
})

onBothEngines('a MAC belongs to one terminal in use', async (t, at) => {
  const registry = await registryAt(t, at)
  const one = await registry.apply(application(), 'key-00001')
  const two = await registry.apply(application(), 'key-00002')
  const number = await registered(registry, 3)
  const approve = (receipt: string) =>
    registry.takeStep(OPERATOR, receipt, 'approve')
  const { filingNumber } = await approve(one.terminal.receipt)
  const taken = { code: 'mac-taken', message: new RegExp(`${filingNumber}`) }
  await t.rejects(approve(two.terminal.receipt), taken)
  await t.rejects(registry.apply(application(), 'key-00003'), taken)
  const { mac } = application()
  await t.rejects(registry.change(OPERATOR, number, { mac }), taken)
  const id = one.terminal.receipt
  await registry.takeStep(OPERATOR, id, 'suspend', 'stolen')
  await t.rejects(approve(two.terminal.receipt), taken, 'also while suspended')
  await registry.takeStep(OPERATOR, id, 'retire', 'stolen')
  const next = await approve(two.terminal.receipt)
  t.equal(next.filingNumber, '99000000000000000003', 'numbers are not lost')
})

onBothEngines('who does the same at the same moment', async (t, at) => {
  const registry = await registryAt(t, at)
  const receipts = []
  for (let number = 1; number <= 8; number++) {
    const taken = await registry.apply(application(number), `key-0000${number}`)
    receipts.push(taken.terminal.receipt)
  }
  const approved = await Promise.all(
    [...receipts, ...receipts].map(receipt =>
      registry.takeStep(OPERATOR, receipt, 'approve'),
    ),
  )
  const numbers = new Set(approved.map(({ filingNumber }) => filingNumber))
  t.equal(numbers.size, 8, 'each has one number of its own')
  const [receipt = ''] = receipts
  await Promise.all([
    registry.change(OPERATOR, receipt, { version: '2.0' }),
    registry.change(OPERATOR, receipt, { name: '收费终端' }),
  ])
  t.match(await registry.show(receipt), { version: '2.0', name: '收费终端' })
  const { entries } = await registry.history(page, receipt)
  t.strictSame(
    entries.map(({ revision }) => revision),
    [1, 2, 3, 4],
  )
})

onBothEngines('operators and their tokens', async (t, at) => {
  const registry = await registryAt(t, at)
  const token = await registry.addOperator('李操作员')
  t.match(token, /^[\w-]{43}$/)
  t.equal(await registry.operatorOf(token), '李操作员')
  await t.rejects(registry.operatorOf(`${token}x`), { code: 'unauthorised' })
  await t.rejects(registry.addOperator('李操作员'), {
    code: 'operator-exists',
  })
  for (const name of ['', '../x', 'a b', 'x'.repeat(41)])
    await t.rejects(registry.addOperator(name), { code: 'operator-name' })
  t.match(await registry.listOperators(), [{ name: '李操作员' }])
  await registry.removeOperator('李操作员')
  await t.rejects(registry.operatorOf(token), { code: 'unauthorised' })
  await t.rejects(registry.removeOperator('李操作员'), { code: 'not-found' })
  await t.rejects(
    registry.addOperator('李操作员'),
    { code: 'operator-exists' },
    'nobody else is given his name',
  )
  t.strictSame(await registry.listOperators(), [])
})

onBothEngines('without review a number comes at once', async (t, at) => {
  const registry = await registryAt(t, at, { review: 'automatic' })
  const apply = () => registry.apply(application(), 'key-00001')
  const { terminal } = await apply()
  t.match(terminal, { state: 'active', filingNumber: /^99\d{18}$/ })
  t.strictSame((await apply()).terminal, terminal)
})

onBothEngines('each refusal says which command mends it', async (t, at) => {
  const registry = await registryAt(t, at)
  const termId = await registered(registry)
  const { mac, orgId } = application()
  t.strictSame(await registry.judge({ termId }), { ok: true })
  const all = { termId, mac: mac.toUpperCase(), orgId, ip: '127.0.0.1' }
  t.strictSame(await registry.judge(all), { ok: true })
  const refused = async (asked: object, refusal: string, cure: RegExp) => {
    const verdict = await registry.judge({ ...all, ...asked })
    t.match(verdict, { ok: false, refusal, message: cure })
  }
  const other = 'f8:34:41:00:00:99'
  await refused(
    { termId: '99000000000000000009' },
    'unregistered',
    /terminal register/,
  )
  await refused({ termId: 'x\ny' }, 'unregistered', /xy.*terminal register/)
  const long = await registry.judge({ termId: '9'.repeat(1000) })
  t.notMatch(long, { message: '9'.repeat(33) }, 'a long one is cut')
  await refused({ mac: other }, 'mac', /registry change \d{20} --mac f8:34/)
  await refused(
    { orgId: 'H99000000009' },
    'institution',
    /registry transfer \d{20} --org-id H99000000009/,
  )
  await registry.change(OPERATOR, termId, { ip: '127.0.0.2' })
  await refused({}, 'ip', /registry change \d{20} --ip 127\.0\.0\.1/)
  await registry.takeStep(OPERATOR, termId, 'suspend', '丢失')
  await refused({}, 'suspended', /丢失.*registry resume/)
  await registry.takeStep(OPERATOR, termId, 'retire', '报废')
  await refused({}, 'retired', /报废.*terminal register/)
})

onBothEngines(
  'only who has number and MAC sees what is on file',
  async (t, at) => {
    const registry = await registryAt(t, at)
    const termId = await registered(registry)
    const { mac, name } = application()
    t.match(await registry.check({ termId, mac: mac.toUpperCase() }), {
      ok: true,
      refusal: null,
      terminal: { name, mac },
    })
    const other = 'f8:34:41:00:00:99'
    for (const asked of [{ termId }, { termId, mac: other }, { termId: '1' }])
      t.match(await registry.check(asked), { terminal: null })
    await registry.takeStep(OPERATOR, termId, 'suspend', '丢失')
    t.match(await registry.check({ termId, mac }), {
      ok: false,
      refusal: 'suspended',
      terminal: { state: 'suspended', reason: '丢失' },
    })
  },
)

t.test('nothing of a person is in what the registry keeps', async t => {
  t.notOk(
    Object.keys(application()).some(name => /id(No|Type)|user/i.test(name)),
  )
})
