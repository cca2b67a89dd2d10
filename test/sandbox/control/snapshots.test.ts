import t from 'tap'
import type {
  TerminalPage,
  TerminalView,
} from '../../../src/registry/contract.js'
import { DEMO_TERMINAL } from '../../../src/sandbox/terminals.js'
import { application } from '../../registry/terminals.js'
import { type Harness, startHarness } from '../harness.js'

const SNAPSHOTS = '/sandbox/snapshots'
const TERMINALS = '/registry/terminals'

/** The registry of `harness` as a test sees it. */
function registryOf({ get, post }: Harness) {
  return {
    register: async (count: number) => {
      const headers = { 'idempotency-key': `key-0000000${count}` }
      const body = application(count)
      const type = 'application/json'
      return (await post<TerminalView>(TERMINALS, body, type, headers)).json
    },
    states: async () => {
      const { json } = await get<TerminalPage>(TERMINALS)
      return json.terminals.map(({ filingNumber, state }) => [
        filingNumber?.slice(-2),
        state,
      ])
    },
  }
}

const DEMO = ['01', 'active']

t.test('a reset brings the first terminals back', async t => {
  const harness = await startHarness(t)
  const { post, query, sandbox } = harness
  const { register, states } = registryOf(harness)
  const { filingNumber } = await register(1)
  await post(`${TERMINALS}/${DEMO_TERMINAL}/retire`, { reason: '旧' })
  t.strictSame(await states(), [
    ['01', 'retired'],
    ['02', 'active'],
  ])
  const all = { issued: true, terminals: true }
  t.match((await post('/sandbox/reset', {})).json, all)
  t.strictSame(await states(), [DEMO])
  t.equal((await query(await sandbox.issueCode('zhang'))).json.code, 0)
  t.equal((await register(1)).filingNumber, filingNumber)
})

t.test('a snapshot keeps terminals, and outlives the process', async t => {
  const folder = t.testdir()
  const first = await startHarness(t, folder)
  const { register, states } = registryOf(first)
  await register(1)
  const all = { issued: true, terminals: true }
  t.match((await first.post(SNAPSHOTS, { name: 'a' })).json, all)
  const next = await register(2)
  await first.post(`${TERMINALS}/${DEMO_TERMINAL}/suspend`, { reason: '丢失' })
  t.match((await first.post(`${SNAPSHOTS}/a/load`, {})).json, all)
  const kept = [DEMO, ['02', 'active']]
  t.strictSame(await states(), kept)
  const again = await register(2)
  t.equal(again.filingNumber, next.filingNumber)
  t.equal(again.receipt.slice(10), next.receipt.slice(10), 'chance as well')
  await first.sandbox.close()
  const second = await startHarness(t, folder)
  await second.post(`${SNAPSHOTS}/a/load`, {})
  t.strictSame(await registryOf(second).states(), kept)
})

t.test('a scenario begins with the first terminals', async t => {
  const harness = await startHarness(t)
  const { register, states } = registryOf(harness)
  await register(1)
  const { json } = await harness.post('/sandbox/scenarios/busy', {})
  t.match(json, { issued: true, terminals: true })
  t.strictSame(await states(), [DEMO])
})

t.test('other spaces leave the terminals alone, and say so', async t => {
  const harness = await startHarness(t)
  const { register, states } = registryOf(harness)
  await register(1)
  const post = async (path: string, body: object = {}) => {
    const headers = { 'x-nationec-sandbox': 'other' }
    const { json } = await harness.post(path, body, 'application/json', headers)
    return json
  }
  const left = { issued: true, terminals: false }
  const kept = [DEMO, ['02', 'active']]
  t.match(await post('/sandbox/reset'), left)
  t.match(await post('/sandbox/scenarios/busy'), left)
  t.match(await post(SNAPSHOTS, { name: 'other' }), left)
  t.strictSame(await states(), kept)
  t.match((await harness.post(`${SNAPSHOTS}/other/load`, {})).json, left)
  t.strictSame(await states(), kept, 'it has no terminals to bring')
  await harness.post(SNAPSHOTS, { name: 'common' })
  await register(2)
  t.match(await post(`${SNAPSHOTS}/common/load`), left)
  t.equal((await states()).length, 3)
})

t.test('a registry that others have is left alone, and it is said', async t => {
  const folder = t.testdir()
  const database = `${folder}/shared.db`
  const harness = await startHarness(t, folder, { database, seed: 7 })
  const { register, states } = registryOf(harness)
  await register(1)
  const kept = [DEMO, ['02', 'active']]
  const left = { issued: false, terminals: false }
  t.match((await harness.post('/sandbox/reset', {})).json, left)
  t.match((await harness.post(SNAPSHOTS, { name: 'a' })).json, left)
  t.match((await harness.post(`${SNAPSHOTS}/a/load`, {})).json, left)
  t.match((await harness.post('/sandbox/scenarios/busy', {})).json, left)
  t.strictSame(await states(), kept)
  await harness.sandbox.close()
  const again = await startHarness(t, folder, { database, seed: 7 })
  t.strictSame(await registryOf(again).states(), kept)
})

t.test('a snapshot crosses from a shared database, and into one', async t => {
  const folder = t.testdir()
  const database = `${folder}/shared.db`
  const start = (options: object = {}) => startHarness(t, folder, options)
  const load = async ({ post }: Harness, name: string) =>
    (await post(`${SNAPSHOTS}/${name}/load`, {})).json
  const save = ({ post }: Harness, name: string) => post(SNAPSHOTS, { name })
  const shared = await start({ database })
  const theirs = await shared.sandbox.issueCode('zhang')
  t.match((await save(shared, 'shared')).json, { issued: false, entries: 0 })
  await shared.sandbox.close()

  const alone = await start()
  const ours = await alone.sandbox.issueCode('zhang')
  t.match((await save(alone, 'alone')).json, { issued: true, entries: 1 })
  const next = await alone.sandbox.issueCode('zhang')
  t.match(await load(alone, 'shared'), { issued: false, terminals: false })
  t.equal((await alone.query(ours)).json.code, 0, 'it has none to bring')
  t.not(await alone.sandbox.issueCode('zhang'), next, 'nor chance')
  await alone.sandbox.close()

  const again = await start({ database })
  t.match(await load(again, 'alone'), { issued: false })
  t.equal((await again.query(ours)).json.code, 500049)
  t.equal((await again.query(theirs)).json.code, 0)
})
