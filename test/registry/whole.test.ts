import t, { type Test } from 'tap'
import { openRegistry, type Registry } from '../../src/registry/registry.js'
import { NOTHING } from '../../src/registry/whole.js'
import { openStore } from '../../src/store/store.js'
import { seededRandom } from '../sandbox/harness.js'
import { application } from './terminals.js'

const NOON = Date.UTC(2026, 2, 1, 4)

async function start(t: Test): Promise<Registry> {
  const store = await openStore(`${t.testdir()}/registry.db`)
  t.teardown(() => store.close())
  return openRegistry(store, {
    review: 'automatic',
    clock: () => NOON,
    random: seededRandom('whole'),
  })
}

async function apply(registry: Registry, count: number) {
  const key = `key-${String(count).padStart(8, '0')}`
  return (await registry.apply(application(count), key)).terminal
}

/** Everything that can be asked of it. */
async function seen(registry: Registry) {
  const { terminals } = await registry.search({ limit: 1000 })
  const { entries } = await registry.history({ limit: 1000 })
  return { terminals, entries }
}

t.test('what was saved is there again, and nothing else', async t => {
  const registry = await start(t)
  const { filingNumber } = await apply(registry, 1)
  await registry.takeStep('op', filingNumber ?? '', 'suspend', '丢失')
  const token = await registry.addOperator('op')
  const saved = JSON.parse(JSON.stringify(await registry.save()))
  const before = await seen(registry)
  await registry.takeStep('op', filingNumber ?? '', 'resume')
  await apply(registry, 2)
  await registry.removeOperator('op')
  await registry.load(saved)
  t.strictSame(await seen(registry), before)
  t.equal(await registry.operatorOf(token), 'op')
  const next = await apply(registry, 3)
  t.equal(next.filingNumber, '99000000000000000002', 'the counter as well')
  const { entries } = await seen(registry)
  t.equal(entries.at(-1)?.action, 'approve', 'what is new is behind the old')
})

t.test('many terminals fit, and one that is twice in it does not', async t => {
  const registry = await start(t)
  for (let count = 1; count <= 3; count++) await apply(registry, count)
  const saved = await registry.save()
  const [terminal = {}] = saved.terminal
  const terminals = Array.from({ length: 1200 }, (_, at) => ({
    ...terminal,
    receipt: `R${at}`,
    request_key: `${at}`,
    filing_number: null,
    mac: null,
  }))
  await registry.load({ ...NOTHING, terminal: terminals })
  t.equal((await registry.save()).terminal.length, 1200)
  const twice = [terminal, terminal]
  await t.rejects(registry.load({ ...NOTHING, terminal: twice }))
  t.equal((await registry.save()).terminal.length, 1200, 'all or nothing')
})

t.test('nothing is a registry where nothing has happened', async t => {
  const registry = await start(t)
  const fresh = await registry.save()
  t.strictSame(fresh, NOTHING)
  const first = await apply(registry, 1)
  await registry.load(NOTHING)
  t.strictSame(await seen(registry), { terminals: [], entries: [] })
  t.equal((await apply(registry, 1)).filingNumber, first.filingNumber)
})
