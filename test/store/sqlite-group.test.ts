import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { connect, type Database } from '../../src/store/engine.js'
import { createLogFlush } from '../../src/store/log-flush.js'
import { openFile } from '../../src/store/sqlite.js'
import { createSqliteGroup } from '../../src/store/sqlite-group.js'

/** A group over a file with a table, and what its connection has run. */
function start(t: Test, fails: (sql: string) => boolean = () => false) {
  const path = join(t.testdir(), 'group.db')
  openFile(path, database =>
    database.exec('CREATE TABLE thing (id INTEGER PRIMARY KEY)'),
  ).close()
  const ran: string[] = []
  const open = () => watched(connect(path), ran, fails)
  const group = createSqliteGroup(open, createLogFlush(path))
  t.teardown(() => group.close())
  const add = group.prepare('INSERT INTO thing VALUES (?)')
  const all = group.prepare('SELECT id FROM thing ORDER BY id')
  const ids = async () => (await all()).map(({ id }) => id)
  return { path, ran, group, add, ids }
}

function watched(
  database: Database,
  ran: string[],
  fails: (sql: string) => boolean,
): Database {
  return {
    ...database,
    exec(sql) {
      ran.push(sql)
      if (fails(sql)) throw new Error(`cannot ${sql}`)
      database.exec(sql)
    },
  }
}

/** When all that can run in this turn has run. */
const beforeCommit = () => new Promise<void>(done => process.nextTick(done))

t.test('all of one turn is one transaction, in its order', async t => {
  const { ran, group, add, ids } = start(t)
  const kept = group.watch()
  const [, , seen] = await Promise.all([add(1), add(2), ids(), add(3)])
  t.strictSame(seen, [1, 2])
  await kept()
  t.strictSame(ran, ['BEGIN IMMEDIATE', 'COMMIT'])
  t.strictSame(await ids(), [1, 2, 3])
})

t.test('what was watched is on the disk', async t => {
  const { path, group, add } = start(t)
  const other = connect(path)
  t.teardown(() => other.close())
  const seen = () => other.prepare('SELECT id FROM thing').all().length
  const kept = group.watch()
  await add(1)
  t.equal(seen(), 0, 'not yet')
  await kept()
  t.equal(seen(), 1)
})

t.test('a statement that fails takes no other with it', async t => {
  const { add, ids } = start(t)
  const ends = await Promise.allSettled([add(1), add(1), add(2)])
  t.strictSame(
    ends.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  )
  t.strictSame(await ids(), [1, 2])
})

t.test('a commit that fails is told to all, and undone', async t => {
  let full = true
  const { group, add, ids } = start(t, sql => full && sql === 'COMMIT')
  const both = [group.watch(), group.watch()]
  await Promise.all([add(1), add(2)])
  for (const end of await Promise.allSettled(both.map(kept => kept())))
    t.match(end, { status: 'rejected', reason: /cannot COMMIT/ })
  full = false
  t.strictSame(await ids(), [])
  await add(3)
  t.strictSame(await ids(), [3])
})

t.test('who finds the file locked waits, and keeps the order', async t => {
  const { path, ran, add, ids } = start(t)
  const other = connect(path)
  t.teardown(() => other.close())
  other.exec('BEGIN IMMEDIATE')
  const first = add(1)
  await sleep(20)
  const seen = ids()
  const second = add(2)
  t.ok(ran.length > 1, 'it has tried again')
  other.exec('COMMIT')
  t.strictSame(await seen, [1])
  await Promise.all([first, second])
  t.strictSame(await ids(), [1, 2])
})

t.test('closing commits, and is the end', async t => {
  const { path, group, add } = start(t)
  const adding = add(1)
  await beforeCommit()
  group.close()
  group.close()
  await adding
  await t.rejects(add(2), { message: /closed/ })
  const other = connect(path)
  t.teardown(() => other.close())
  t.equal(other.prepare('SELECT id FROM thing').all().length, 1)
})
