import t, { type Test } from 'tap'
import {
  oneTimeHash,
  openOneTime,
  REMEMBERED_MS,
} from '../../src/store/one-time.js'
import { openStore } from '../../src/store/store.js'
import { onBothEngines } from './engines.js'

const x = { hash: 'x', owner: 'zhang', expiresAt: 1000 }

const open = async (t: Test, address: string) => {
  const store = await openStore(address)
  t.teardown(() => store.close())
  return openOneTime(store)
}

t.test('a hash tells kinds apart and keeps its secret', async t => {
  const code = oneTimeHash('code', 'x')
  t.match(code, /^[0-9a-f]{64}$/)
  t.not(code, oneTimeHash('face', 'x'))
  t.equal(code, oneTimeHash('code', 'x'))
})

onBothEngines('each end of a code is told apart', async (t, address) => {
  const { issue, consume, look } = (await open(t, address))('')
  await issue({ hash: 'good', owner: 'zhang', expiresAt: 1000 }, 0)
  await issue({ hash: 'late', owner: 'wang', expiresAt: 999 }, 0)
  const ok = { verdict: 'ok', owner: 'zhang' }
  t.strictSame(await look('good', 1000), ok)
  t.strictSame(await look('good', 1001), { ...ok, verdict: 'expired' })
  t.strictSame(await consume('good', 1000), ok)
  for (const now of [1000, 5000])
    for (const ask of [consume, look])
      t.strictSame(await ask('good', now), { ...ok, verdict: 'replayed' })
  const late = { verdict: 'expired', owner: 'wang' }
  for (const now of [1000, 2000]) t.strictSame(await consume('late', now), late)
  t.strictSame(await consume('none', 1), { verdict: 'unknown' })
  t.strictSame(await look('none', 1), { verdict: 'unknown' })
  await t.rejects(issue({ hash: 'good', owner: 'li', expiresAt: 9000 }, 0))
})

onBothEngines('of 1,000 attempts at once one is good', async (t, address) => {
  const { issue, consume } = (await open(t, address))('')
  await issue(x, 0)
  const attempts = Array.from({ length: 1000 }, () => consume('x', 1))
  const verdicts = (await Promise.all(attempts)).map(({ verdict }) => verdict)
  t.equal(verdicts.filter(verdict => verdict === 'ok').length, 1)
  t.equal(verdicts.filter(verdict => verdict === 'replayed').length, 999)
})

onBothEngines('what is long dead is forgotten', async (t, address) => {
  const { issue, consume } = (await open(t, address))('')
  await issue({ ...x, hash: 'old', expiresAt: 999 }, 0)
  await issue(x, 0)
  const now = REMEMBERED_MS + 1000
  const others = Array.from({ length: 1000 }, (_, count) =>
    issue({ ...x, hash: `${count}` }, now),
  )
  await Promise.all(others)
  t.match(await consume('old', 1), { verdict: 'unknown' })
  t.match(await consume('x', 1), { verdict: 'ok' })
})

onBothEngines('a clock that is ahead forgets nobody', async (t, address) => {
  const { issue, consume } = (await open(t, address))('')
  const now = Date.now()
  await issue({ ...x, expiresAt: now + 60_000 }, now)
  const tomorrow = now + 24 * 3_600_000
  const others = Array.from({ length: 1000 }, (_, count) =>
    issue({ ...x, hash: `${count}`, expiresAt: tomorrow }, tomorrow),
  )
  await Promise.all(others)
  t.match(await consume('x', now), { verdict: 'ok' })
})

onBothEngines('spaces are apart, and emptied apart', async (t, address) => {
  const space = await open(t, address)
  const [one, two] = [space('one'), space('two')]
  await one.issue(x, 0)
  t.match(await two.consume('x', 1), { verdict: 'unknown' })
  await two.issue(x, 0)
  await one.clear()
  t.match(await one.consume('x', 1), { verdict: 'unknown' })
  t.match(await two.consume('x', 1), { verdict: 'ok' })
})

onBothEngines('what was saved is what is loaded', async (t, address) => {
  const space = await open(t, address)
  const [one, two] = [space('one'), space('two')]
  const many = Array.from({ length: 2500 }, (_, count) =>
    one.issue({ hash: `h${count}`, owner: '张三', expiresAt: 1000 }, 0),
  )
  await Promise.all(many)
  await one.consume('h0', 1)
  await two.issue(x, 0)
  const saved = JSON.parse(JSON.stringify(await one.save()))
  t.equal(saved.length, 2500)
  t.strictSame(saved[0], ['h0', '张三', 1000, 1])
  await one.consume('h1', 1)
  await one.issue(x, 0)
  await one.load(saved)
  t.match(await one.consume('h0', 1), { verdict: 'replayed' })
  t.match(await one.consume('h1', 1), { verdict: 'ok', owner: '张三' })
  t.match(await one.consume('x', 1), { verdict: 'unknown' })
  t.match(await two.consume('x', 1), { verdict: 'ok' })
  await one.load([])
  t.strictSame(await one.save(), [])
})

onBothEngines('whatever is kept outlives the process', async (t, address) => {
  const first = await openStore(address)
  const before = (await openOneTime(first))('')
  await before.issue(x, 0)
  await before.consume('x', 1)
  await first.close()
  const after = (await open(t, address))('')
  t.match(await after.consume('x', 1), { verdict: 'replayed' })
})

onBothEngines('a store that is away uses nothing up', async (t, address) => {
  const store = await openStore(address)
  const { issue, consume } = (await openOneTime(store))('')
  await issue(x, 0)
  await store.close()
  await t.rejects(consume('x', 1))
  const again = (await open(t, address))('')
  t.match(await again.consume('x', 1), { verdict: 'ok' })
})
