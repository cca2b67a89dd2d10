import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import {
  isDamage,
  JournalError,
  kindOf,
  moveAside,
} from '../../src/journal/damage.js'
import { StoreError } from '../../src/store/sqlite.js'

const NOW = Date.UTC(2026, 10, 3, 1, 7, 45, 6)
const systemError = (code: string) => Object.assign(new Error('x'), { code })

t.test('the database is moved with its WAL', async t => {
  const files = { 'j.db': '1', 'j.db-wal': '2', 'j.db-shm': '3', other: '4' }
  const folder = t.testdir(files)
  const aside = moveAside(join(folder, 'j.db'), NOW)
  t.equal(aside, join(folder, 'j.db.damaged-20261103010745006'))
  t.same(readdirSync(folder).sort(), [
    'j.db.damaged-20261103010745006',
    'j.db.damaged-20261103010745006-shm',
    'j.db.damaged-20261103010745006-wal',
    'other',
  ])
})

t.test('a file that was moved before stays', async t => {
  const folder = t.testdir({ 'j.db': '1' })
  const path = join(folder, 'j.db')
  moveAside(path, NOW)
  writeFileSync(path, '2')
  const second = moveAside(path, NOW)
  t.equal(second, `${path}.damaged-20261103010745007`)
  t.equal(readdirSync(folder).length, 2)
})

t.test('only a broken file is damage', async t => {
  t.ok(isDamage({ rawCode: 11 }))
  t.ok(isDamage({ errcode: 26 }))
  t.notOk(isDamage({ rawCode: 13 }))
  t.notOk(isDamage(systemError('EACCES')))
})

t.test('a kind is one word', async t => {
  t.equal(kindOf({ rawCode: 778 }), 'SQLite 10')
  t.equal(kindOf(systemError('EACCES')), 'EACCES')
  t.equal(kindOf(new TypeError('x')), 'TypeError')
})

t.test('an error names the file, the fact and keeps the cause', async t => {
  const full = systemError('ENOSPC')
  const error = JournalError.from(full, '/data/j.db')
  t.match(error, { code: 'FULL', message: '/data/j.db', cause: full })
  t.match(JournalError.from(systemError('EROFS'), '/data/j.db'), {
    code: 'UNWRITABLE',
    message: 'EROFS',
  })
  const store = new StoreError('of a newer version')
  t.match(JournalError.from(store, 'x').message, 'of a newer version')
  t.equal(JournalError.from(error, 'x'), error)
})
