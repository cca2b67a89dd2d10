import t, { type Test } from 'tap'
import { loadConfig } from '../src/config/load.js'
import { examineApplication } from '../src/examine-application.js'
import {
  keepPending,
  newPending,
  type PendingApplication,
} from '../src/terminal/application.js'
import { startRegistryMachine } from './cli/registry-machine.js'
import { application } from './registry/terminals.js'

/** A machine whose state folder keeps what `keep` is given. */
async function setUp(t: Test) {
  const { folder, file, line, registry } = await startRegistryMachine(t)
  const { NATIONEC_STATE: before } = process.env
  process.env.NATIONEC_STATE = folder
  t.teardown(() => {
    if (before === undefined) delete process.env.NATIONEC_STATE
    else process.env.NATIONEC_STATE = before
  })
  const { config } = loadConfig({ path: file })
  const pending = newPending(application(1))
  const { terminal } = await registry.apply(application(1), pending.key)
  const { receipt, appliedAt } = terminal
  const sent = { ...pending, receipt, appliedAt }
  const examine = (kept: PendingApplication) => {
    keepPending(kept)
    return examineApplication(config)
  }
  return { config, line, registry, pending, sent, receipt, examine }
}

/** As far as clocks of all locales agree. */
const year = String(new Date().getFullYear())

t.test('none', async t => {
  const { config } = await setUp(t)
  t.equal(await examineApplication(config), undefined)
})

t.test('it waits, and since when', async t => {
  const { registry, pending, sent, receipt, examine } = await setUp(t)
  t.match(await examine(pending), { state: 'unsent', filed: undefined })
  const waiting = await examine({ ...sent, appliedAt: 0 })
  t.match(waiting, { state: 'waiting', receipt, filed: { receipt } })
  for (const word of [receipt, year, 'nationec terminal register'])
    t.match(waiting?.sentence, word)
  const { filingNumber } = await registry.takeStep('op', receipt, 'approve')
  const approved = await examine(sent)
  t.match(approved, { state: 'approved', filed: { filingNumber } })
  t.match(approved?.sentence, filingNumber ?? 'a number')
})

t.test('it is rejected, and why', async t => {
  const { registry, sent, receipt, examine } = await setUp(t)
  await registry.takeStep('op', receipt, 'reject', '名称不符')
  const rejected = await examine(sent)
  t.match(rejected, { state: 'rejected', sentence: /名称不符.*--discard/ })
})

t.test('the registry does not know it, or is not heard', async t => {
  const { config, line, sent, examine } = await setUp(t)
  const other = await examine({
    ...sent,
    receipt: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
  })
  t.match(other, { state: 'unknown', filed: undefined })
  t.match(other?.sentence, '01ARZ3NDEKTSV4RRFFQ69G5FAV')
  line.down = true
  const away = await examine(sent)
  t.match(away, { state: 'away', filed: undefined })
  for (const word of [sent.receipt, year, config.registry.url])
    t.match(away?.sentence, word)
  process.env.NATIONEC_STATE = t.testdir()
  keepPending(sent)
  const nowhere = { ...config, registry: { url: '', pin: '' } }
  t.match(await examineApplication(nowhere), {
    state: 'away',
    sentence: /registry start/,
  })
})
