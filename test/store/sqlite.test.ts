import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { sqliteCode } from '../../src/store/engine.js'
import {
  openDatabase,
  readDatabase,
  StoreError,
} from '../../src/store/sqlite.js'

const FIRST = 'CREATE TABLE x (a INTEGER)'
const SECOND = 'ALTER TABLE x ADD COLUMN b INTEGER DEFAULT 7'

t.test('a new database is private and as we want it', async t => {
  const folder = join(t.testdir({}), 'state')
  const path = join(folder, 'x.db')
  const database = openDatabase(path, [FIRST])
  database.exec('INSERT INTO x VALUES (1)')
  const pragma = (name: string) =>
    Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0]
  t.equal(pragma('journal_mode'), 'wal')
  t.equal(pragma('synchronous'), 1)
  t.equal(pragma('foreign_keys'), 1)
  t.equal(pragma('busy_timeout'), 250)
  t.equal(statSync(folder).mode & 0o777, 0o700)
  for (const name of readdirSync(folder))
    t.equal(statSync(join(folder, name)).mode & 0o777, 0o600, name)
  database.close()
})

t.test('each migration runs once', async t => {
  const path = join(t.testdir({}), 'x.db')
  const first = openDatabase(path, [FIRST])
  first.exec('INSERT INTO x VALUES (1)')
  first.close()
  for (let times = 0; times < 2; times++) {
    const second = openDatabase(path, [FIRST, SECOND])
    t.same({ ...second.prepare('SELECT * FROM x').get() }, { a: 1, b: 7 })
    second.close()
  }
})

t.test('a migration that fails leaves nothing behind', async t => {
  const path = join(t.testdir({}), 'x.db')
  t.throws(() => openDatabase(path, [FIRST, 'nonsense']))
  const database = openDatabase(path, [FIRST])
  t.same(database.prepare('SELECT * FROM x').all(), [])
  database.close()
})

t.test('a file of a newer program is refused and left alone', async t => {
  const path = join(t.testdir({}), 'x.db')
  openDatabase(path, [FIRST, SECOND]).close()
  t.throws(() => openDatabase(path, [FIRST]), StoreError)
  t.throws(() => readDatabase(path, [FIRST]), StoreError)
  openDatabase(path, [FIRST, SECOND]).close()
})

t.test('a reader makes and changes nothing', async t => {
  const folder = t.testdir({})
  const path = join(folder, 'x.db')
  t.throws(() => readDatabase(path, [FIRST]), StoreError)
  t.notOk(existsSync(path))
  const writer = openDatabase(path, [FIRST])
  const reader = readDatabase(path, [FIRST])
  t.throws(() => reader.exec('INSERT INTO x VALUES (1)'))
  t.throws(() => readDatabase(path, [FIRST, SECOND]), StoreError)
  writer.exec('INSERT INTO x VALUES (2)')
  t.equal(reader.prepare('SELECT a FROM x').get()?.a, 2)
  reader.close()
  writer.close()
})

t.test('what is no database is told by its code', async t => {
  const path = join(t.testdir({}), 'x.db')
  writeFileSync(path, 'x'.repeat(5000))
  for (const open of [openDatabase, readDatabase])
    try {
      open(path, [FIRST])
      t.fail('was accepted')
    } catch (error) {
      t.equal(sqliteCode(error), 26)
    }
})
