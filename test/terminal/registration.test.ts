import t from 'tap'
import type { TerminalApplication } from '../../src/dictionary/terminal-fields.js'
import { openRegistry } from '../../src/registry/registry.js'
import { openStore } from '../../src/store/store.js'
import {
  newPending,
  type PendingApplication,
} from '../../src/terminal/application.js'
import { register } from '../../src/terminal/registration.js'
import {
  type FiledTerminal,
  type RegistryClient,
  RegistryRefusal,
} from '../../src/terminal/registry-client.js'
import { Unanswered } from '../../src/terminal/retry.js'

const application: TerminalApplication = {
  type: 'scan-gun',
  name: '收费窗口 1',
  purpose: '门诊收费',
  version: '1.0',
  institution: '某某医院',
  developer: '某某开发有限公司',
  mac: '00:00:5e:00:53:01',
  orgId: '',
}

/** A registry without a line to it, whose operator does as the test says. */
async function setUp(t: import('tap').Test) {
  const store = await openStore(`${t.testdir()}/registry.db`)
  t.teardown(() => store.close())
  const registry = await openRegistry(store)
  const faults: Error[] = []
  const asFiled = (view: object) => view as FiledTerminal
  const client: RegistryClient = {
    apply: async (asked, key) =>
      asFiled((await registry.apply(asked, key)).terminal),
    async receipt(receipt) {
      const fault = faults.shift()
      if (fault) throw fault
      return asFiled(await registry.show(receipt))
    },
    check: () => Promise.reject(new Error('not asked')),
    search: () => Promise.reject(new Error('not asked')),
  }
  const kept: PendingApplication[] = []
  const go = (
    pending: PendingApplication,
    onReview: (filed: FiledTerminal) => unknown = () => {},
    waitMs = 5000,
  ) =>
    register(client, pending, {
      keep: one => void kept.push(one),
      onReview: filed => void onReview(filed),
      ...{ waitMs, pollMs: 1 },
    })
  return { registry, client, faults, kept, go }
}

t.test('kept before it is sent, and waited for until approved', async t => {
  const { registry, kept, go } = await setUp(t)
  const pending = newPending(application)
  let looks = 0
  const filed = await go(pending, ({ receipt }) =>
    ++looks === 3 ? registry.takeStep('op', receipt, 'approve') : undefined,
  )
  t.match(filed, { state: 'active', filingNumber: /^99\d{18}$/ })
  const { receipt, appliedAt } = filed
  t.strictSame(kept, [pending, { ...pending, receipt, appliedAt }])
  t.type(appliedAt, 'number')
})

t.test('rejected, with the reason', async t => {
  const { registry, go } = await setUp(t)
  const filed = await go(newPending(application), ({ receipt }) =>
    registry.takeStep('op', receipt, 'reject', '名称不符'),
  )
  t.match(filed, { state: 'rejected', filingNumber: null, reason: '名称不符' })
})

t.test('who waits no longer goes on later, with the same', async t => {
  const { registry, kept, go } = await setUp(t)
  const pending = newPending(application)
  const first = await go(pending, undefined, 0)
  t.equal(first.state, 'applied')
  await registry.takeStep('op', first.receipt, 'approve')
  const [, known = pending] = kept
  t.match(await go(known), { receipt: first.receipt, state: 'active' })
  t.match(await go(pending), { receipt: first.receipt }, 'its receipt was lost')
  const { terminals } = await registry.search({ limit: 10 })
  t.equal(terminals.length, 1)
})

t.test('a line that fails while waiting ends nothing', async t => {
  const { registry, faults, go } = await setUp(t)
  faults.push(new Unanswered('ECONNRESET'), new Unanswered('ECONNRESET'))
  let looks = 0
  const filed = await go(newPending(application), ({ receipt }) =>
    ++looks === 3 ? registry.takeStep('op', receipt, 'approve') : undefined,
  )
  t.equal(filed.state, 'active')
})

t.test('a registry that was set up anew gets it again', async t => {
  const { faults, go } = await setUp(t)
  const pending = { ...newPending(application), receipt: 'of the old one' }
  faults.push(new RegistryRefusal('unknown', 404))
  const filed = await go(pending, undefined, 0)
  t.not(filed.receipt, pending.receipt)
  t.equal(filed.state, 'applied')
  faults.push(new RegistryRefusal('no', 403))
  await t.rejects(go(pending), { name: 'RegistryRefusal', message: 'no' })
})
