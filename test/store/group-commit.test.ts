import { setImmediate as turn } from 'node:timers/promises'
import t from 'tap'

import { createGroupCommit } from '../../src/store/group-commit.js'

/** A connection that notes what it runs, and fails where it is told to. */
function start(fails: (sql: string) => boolean = () => false) {
  const ran: string[] = []
  const commit = createGroupCommit(sql => {
    ran.push(sql)
    if (fails(sql)) throw new Error(`cannot ${sql}`)
  })
  return { ran, ...commit }
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

t.test('end commits at once, and only once', async t => {
  const { ran, begin, end } = start()
  begin()
  end()
  end()
  await turn()
  t.strictSame(ran, ['BEGIN IMMEDIATE', 'COMMIT'])
})
