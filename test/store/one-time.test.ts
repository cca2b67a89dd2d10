import t from 'tap'
import { oneTimeHash, openOneTime } from '../../src/store/one-time.js'
import { openStore } from '../../src/store/store.js'
import { onBothEngines } from './engines.js'

t.test('a hash tells kinds apart and keeps its secret', async t => {
  const code = oneTimeHash('code', 'x')
  t.match(code, /^[0-9a-f]{64}$/)
  t.not(code, oneTimeHash('face', 'x'))
  t.equal(code, oneTimeHash('code', 'x'))
})

onBothEngines('each end of a code is told apart', async (t, address) => {
  const store = await openStore(address)
  t.teardown(() => store.close())
  const { issue, consume, forget } = await openOneTime(store)
  await issue({ hash: 'good', owner: 'zhang', expiresAt: 1000 })
  await issue({ hash: 'late', owner: 'wang', expiresAt: 1000 })
  const ok = { verdict: 'ok', owner: 'zhang', usedBy: 'gate 1' }
  t.strictSame(await consume('good', 999, 'gate 1'), ok)
  for (const now of [999, 5000])
    t.strictSame(
      await consume('good', now, 'gate 2'),
      { ...ok, verdict: 'replayed' },
      'it tells who was first, also after its time',
    )
  for (const now of [1000, 2000])
    t.strictSame(await consume('late', now, 'gate 1'), {
      verdict: 'expired',
      owner: 'wang',
    })
  t.strictSame(await consume('none', 1, 'gate 1'), { verdict: 'unknown' })
  await t.rejects(issue({ hash: 'good', owner: 'li', expiresAt: 9000 }))
  await forget(1000)
  t.match(await consume('good', 1, 'x'), { verdict: 'replayed' }, 'not yet')
  await forget(1001)
  t.match(await consume('good', 1, 'x'), { verdict: 'unknown' })
})

onBothEngines('whatever is kept outlives the process', async (t, address) => {
  const first = await openStore(address)
  const before = await openOneTime(first)
  await before.issue({ hash: 'x', owner: 'zhang', expiresAt: 1000 })
  await before.consume('x', 1, 'gate 1')
  await first.close()
  const second = await openStore(address)
  t.teardown(() => second.close())
  const after = await openOneTime(second)
  t.match(await after.consume('x', 1, 'gate 2'), { verdict: 'replayed' })
})

onBothEngines('a store that is away uses nothing up', async (t, address) => {
  const store = await openStore(address)
  const { issue, consume } = await openOneTime(store)
  await issue({ hash: 'x', owner: 'zhang', expiresAt: 1000 })
  await store.close()
  await t.rejects(consume('x', 1, 'gate 1'))
})
