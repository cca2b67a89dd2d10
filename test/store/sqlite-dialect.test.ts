import { join } from 'node:path'
import t from 'tap'
import { connect, sqliteCode } from '../../src/store/engine.js'
import { whenFree } from '../../src/store/sqlite-dialect.js'
import { openStore } from '../../src/store/store.js'

interface Tables {
  x: { a: string | null }
}

const things = { name: 'x', steps: [['CREATE TABLE x (a TEXT)']] }

t.test('a lock of another process is waited for, without blocking', async t => {
  const path = join(t.testdir({}), 'store.db')
  const store = await openStore(path)
  t.teardown(() => store.close())
  const database = await store.open<Tables>(things)
  const other = connect(path)
  other.exec('BEGIN IMMEDIATE')
  let written = false
  const writing = database
    .insertInto('x')
    .values({ a: 'b' })
    .execute()
    .then(() => {
      written = true
    })
  t.same(await database.selectFrom('x').selectAll().execute(), [])
  await new Promise(resolve => setTimeout(resolve, 50))
  t.notOk(written)
  other.exec('COMMIT')
  await writing
  other.close()
})

t.test('but not for ever', async t => {
  const path = join(t.testdir({}), 'x.db')
  const [one, two] = [connect(path), connect(path)]
  one.exec('BEGIN IMMEDIATE')
  const codeOf = (sql: string) =>
    whenFree(() => two.exec(sql), 30).catch(sqliteCode)
  t.equal(await codeOf('BEGIN IMMEDIATE'), 5)
  t.equal(await codeOf('nonsense'), 1, 'nothing else is tried again')
  one.close()
  two.close()
})

t.test('who waits asks ever more seldom', async t => {
  let attempts = 0
  const busy = Object.assign(new Error('busy'), { errcode: 5 })
  const attempt = () => {
    attempts++
    throw busy
  }
  await t.rejects(whenFree(attempt, 600), busy)
  // Twenty or so. A hundred processes must not keep two cores busy by asking.
  t.ok(attempts > 1 && attempts < 50, `${attempts} attempts`)
})

t.test('a value that is none of SQLite does not end the process', async t => {
  const store = await openStore(join(t.testdir({}), 'store.db'))
  t.teardown(() => store.close())
  const database = await store.open<Tables>(things)
  const value = true as unknown as string
  await t.rejects(database.insertInto('x').values({ a: value }).execute(), {
    message: /boolean/,
  })
})
