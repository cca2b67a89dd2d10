import { setImmediate as turn } from 'node:timers/promises'
import t from 'tap'

import { createGroupCommit, durably } from '../../src/store/group-commit.js'

/** A connection that notes what it runs, and fails where it is told to. */
function start(
  fails: (sql: string) => boolean = () => false,
  flush = () => Promise.resolve(),
) {
  const ran: string[] = []
  const commit = createGroupCommit(sql => {
    ran.push(sql)
    if (fails(sql)) throw new Error(`cannot ${sql}`)
  }, flush)
  const relied = <Result>(work: () => Promise<Result> | Result) =>
    durably(commit, work)
  return { ran, durably: relied, ...commit }
}

/** Flushes that end when they are told to, and with what. */
function startFlushes() {
  const flushes: ((error?: Error) => void)[] = []
  const flush = () =>
    new Promise<void>((resolve, reject) => {
      flushes.push(error => (error ? reject(error) : resolve()))
    })
  return { flushes, ...start(undefined, flush) }
}

/** Whether `promise` has ended, after a few turns of the event loop. */
async function hasEnded(promise: Promise<unknown>): Promise<boolean> {
  let ended = false
  const end = () => {
    ended = true
  }
  promise.then(end, end)
  for (let turns = 0; turns < 5; turns++) await turn()
  return ended
}

t.test('all of one turn is one transaction', async t => {
  const { ran, begin, durably } = start()
  await Promise.all([1, 2, 3].map(() => durably(begin)))
  t.strictSame(ran, ['BEGIN IMMEDIATE', 'COMMIT'])
  await durably(begin)
  t.strictSame(ran.length, 4)
})

t.test('who has written nothing waits for nobody', async t => {
  const { ran, durably } = start()
  t.equal(await durably(() => 7), 7)
  t.strictSame(ran, [])
})

t.test('a commit that fails is told to everybody who relied on it', async t => {
  let full = true
  const { ran, begin, durably } = start(sql => full && sql === 'COMMIT')
  const slow = durably(async () => {
    begin()
    await turn()
    await turn()
  })
  const both = [durably(begin), slow]
  for (const result of await Promise.allSettled(both))
    t.match(result, { status: 'rejected', reason: /cannot COMMIT/ })
  t.strictSame(ran, ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'])
  full = false
  await durably(begin)
  t.equal(ran.at(-1), 'COMMIT', 'and the next has a chance of its own')
})

t.test('a transaction that the engine has undone by itself', async t => {
  const { begin, durably } = start(sql => sql !== 'BEGIN IMMEDIATE')
  await t.rejects(durably(begin), /cannot COMMIT/)
})

t.test('what the work throws comes through', async t => {
  const { durably } = start()
  const work = () => Promise.reject(new Error('work'))
  await t.rejects(durably(work), { message: 'work' })
})

t.test('what is committed is relied on when it is flushed', async t => {
  const { ran, flushes, begin, durably } = startFlushes()
  const written = durably(begin)
  t.notOk(await hasEnded(written))
  t.strictSame(ran, ['BEGIN IMMEDIATE', 'COMMIT'])
  flushes[0]?.()
  t.ok(await hasEnded(written))
})

t.test('who finishes after the commit waits for its flush, too', async t => {
  const { flushes, begin, durably } = startFlushes()
  const slow = durably(async () => {
    begin()
    for (let turns = 0; turns < 5; turns++) await turn()
  })
  t.notOk(await hasEnded(slow))
  t.notOk(await hasEnded(slow))
  flushes[0]?.()
  t.ok(await hasEnded(slow))
})

t.test('turns that end while one flush runs share the next', async t => {
  const { flushes, begin, durably } = startFlushes()
  const first = durably(begin)
  await hasEnded(first)
  const second = durably(begin)
  await hasEnded(second)
  const third = durably(begin)
  t.notOk(await hasEnded(third))
  t.equal(flushes.length, 1)
  flushes[0]?.()
  t.ok(await hasEnded(first))
  t.notOk(await hasEnded(second), 'it was committed after that flush began')
  t.equal(flushes.length, 2)
  flushes[1]?.()
  t.ok(await hasEnded(second))
  t.ok(await hasEnded(third))
})

t.test('a flush that fails is told, and the next is another', async t => {
  const { flushes, begin, durably } = startFlushes()
  const written = durably(begin)
  await hasEnded(written)
  flushes[0]?.(new Error('EIO'))
  await t.rejects(written, { message: 'EIO' })
  const again = durably(begin)
  await hasEnded(again)
  flushes[1]?.()
  await again
})

t.test('who looks no further waits for no later transaction', async t => {
  const { flushes, begin, watch } = startFlushes()
  const kept = watch()
  begin()
  const written = kept()
  await hasEnded(written)
  begin()
  flushes[0]?.()
  t.ok(await hasEnded(written))
})

t.test('end commits at once, and only once', async t => {
  const { ran, begin, end } = start()
  begin()
  end()
  end()
  await turn()
  t.strictSame(ran, ['BEGIN IMMEDIATE', 'COMMIT'])
})
