import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { createLogFlush } from '../../src/store/log-flush.js'
import { openFile } from '../../src/store/sqlite.js'

/** A database in which something was written. */
function start(t: Test) {
  const path = join(t.testdir(), 'log.db')
  const database = openFile(path, ({ exec }) =>
    exec('CREATE TABLE thing (id INTEGER PRIMARY KEY)'),
  )
  const log = createLogFlush(path)
  t.teardown(() => {
    log.close()
    database.close()
  })
  return { path, database, log }
}

t.test('flushes the log that SQLite writes', async t => {
  const { database, log } = start(t)
  await log.flush()
  database.exec('INSERT INTO thing VALUES (1)')
  await Promise.all([log.flush(), log.flush()])
})

t.test('a log that is not there is an error, not a success', async t => {
  const log = createLogFlush(join(t.testdir(), 'missing.db'))
  t.teardown(log.close)
  await t.rejects(log.flush(), { code: 'ENOENT' })
})

t.test('a log that cannot be flushed is an error', async t => {
  const path = join(t.testdir(), 'pipe.db')
  execFileSync('mkfifo', [`${path}-wal`])
  const log = createLogFlush(path)
  await t.rejects(log.flush(), { code: 'EINVAL' })
})

t.test('closing flushes what waits, and takes no file away', async t => {
  const { path, database, log } = start(t)
  const flushing = log.flush()
  log.close()
  log.close()
  await flushing
  await log.flush()
  database.close()
  t.doesNotThrow(() => rmSync(path))
})

t.test('who has flushed nothing closes nothing', t => {
  createLogFlush(join(t.testdir(), 'none.db')).close()
  t.end()
})
