import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import type { JournalError } from '../../src/journal/damage.js'
import type { FileOptions } from '../../src/journal/file.js'
import { openJournal } from '../../src/journal/journal.js'
import { readJournal } from '../../src/journal/reader.js'
import { STEPS } from '../../src/journal/steps.js'
import { packagePath } from '../../src/paths.js'
import { connect, type Database } from '../../src/store/engine.js'
import { openDatabase } from '../../src/store/sqlite.js'

const DAY_MS = 86_400_000
const received = { call: 'a', step: 'received', facts: {} } as const
const sent = { call: 'a', step: 'sent', facts: {} } as const

/** A journal in a folder of its own, and what it reported. */
function begin(t: Test, options: Partial<FileOptions> = {}, files = {}) {
  const folder = t.testdir(files)
  const path = join(folder, 'journal.db')
  const keyPath = join(folder, 'journal.key')
  const errors: JournalError[] = []
  const onError = (error: JournalError) => void errors.push(error)
  const settings = { path, keyPath, keepDays: 90, onError, ...options }
  const journal = openJournal(settings)
  t.teardown(() => journal.close())
  const codes = () => errors.map(error => error.code)
  return { journal, codes, errors, settings, folder, path }
}

t.test('each step of a call is a row', async t => {
  let ms = 1000
  const clock = { now: () => 1_795_000_000_000 + ms, monotonic: () => ms }
  const { journal, codes } = begin(t, { clock })
  for (const step of STEPS) {
    journal.append({ call: 'a', step, facts: { n: ms } })
    ms += 5
  }
  const rows = journal.show('a')
  t.same(
    rows.map(row => row.step),
    STEPS,
  )
  t.strictSame(rows[2], {
    step: 'scanned',
    at: 1_795_000_001_010,
    elapsed: 10,
    facts: { n: 1010 },
    sealed: false,
  })
  t.same(journal.show('b'), [])
  t.same(codes(), [])
})

t.test('personal data is sealed, and opened only when asked', async t => {
  const { journal, path } = begin(t)
  const personal = { userName: '张三丰', idNo: '11010519491231002X' }
  journal.append({ ...received, sealed: personal })
  const [masked] = journal.show('a')
  t.equal(masked?.sealed, true)
  t.notOk(masked && 'personal' in masked)
  t.strictSame(journal.show('a', { unseal: true })[0]?.personal, personal)
  for (const file of [path, `${path}-wal`]) {
    const bytes = readFileSync(file)
    t.notOk(bytes.includes('张三丰') || bytes.includes('11010519491231'))
  }
})

t.test('of strUrl only host and path are kept', async t => {
  const { journal, path } = begin(t)
  const strUrl = 'https://user:pw@platform.example.invalid/a/b?idNo=1#x'
  journal.append({ ...received, facts: { strUrl, n: 1 } })
  const facts = { strUrl: 'platform.example.invalid/a/b', n: 1 }
  t.strictSame(journal.show('a')[0]?.facts, facts)
  t.notOk(readFileSync(`${path}-wal`).includes('idNo'))
})

t.test('only `sent` is synced to the disk', async t => {
  const orders: string[] = []
  const open: typeof openDatabase = (path, migrations) => {
    const real = openDatabase(path, migrations)
    return {
      ...real,
      exec(sql) {
        orders.push(sql)
        real.exec(sql)
      },
      prepare(sql) {
        const statement = real.prepare(sql)
        if (!sql.includes('INSERT')) return statement
        const mode = real.prepare('PRAGMA synchronous')
        return {
          ...statement,
          run(...values) {
            orders.push(`${values[1]} ${mode.get()?.synchronous}`)
            statement.run(...values)
          },
        }
      },
    }
  }
  const { journal } = begin(t, { open })
  for (const step of STEPS) journal.append({ call: 'a', step, facts: {} })
  t.same(orders, [
    'received 1',
    'armed 1',
    'scanned 1',
    'PRAGMA synchronous = FULL',
    'sent 2',
    'PRAGMA synchronous = NORMAL',
    'answered 1',
    'delivered 1',
  ])
})

t.test('a killed process loses no row', async t => {
  const { journal, settings } = begin(t)
  journal.close()
  const source = packagePath('dist/src/journal/journal.js')
  const script = `import { openJournal } from ${JSON.stringify(source)}
    const [path, keyPath] = process.argv.slice(1)
    const onError = error => { throw error }
    const journal = openJournal({ path, keyPath, keepDays: 90, onError })
    for (let n = 0; n < 50; n++)
      journal.append({ call: 'k', step: 'received', facts: { n } })
    process.kill(process.pid, 'SIGKILL')`
  const { path, keyPath } = settings
  const node = ['--input-type=module', '-e', script, path, keyPath]
  const { signal } = spawnSync(process.execPath, node)
  t.equal(signal, 'SIGKILL')
  const reader = readJournal(settings)
  t.equal(reader.show('k').length, 50)
  reader.close()
})

t.test('rows older than keepDays are deleted when it opens', async t => {
  let now = 1_795_000_000_000
  const clock = { now: () => now, monotonic: () => 0 }
  const { journal, settings } = begin(t, { clock, keepDays: 2 })
  journal.append({ ...received, call: 'old' })
  now += DAY_MS + 1
  journal.append({ ...received, call: 'young' })
  journal.close()
  now += DAY_MS
  const again = openJournal(settings)
  t.equal(again.show('old').length, 0)
  t.equal(again.show('young').length, 1)
  again.close()
})

t.test('a full disk is told once, and calls go on', async t => {
  let real: Database | undefined
  const open: typeof openDatabase = (path, migrations) => {
    real = openDatabase(path, migrations)
    return real
  }
  const { journal, codes, errors, path } = begin(t, { open })
  const large = { ...received, sealed: { text: 'x'.repeat(50_000) } }
  const pages = (count: number) =>
    real?.exec(`PRAGMA max_page_count = ${count}`)
  pages(6)
  for (let times = 0; times < 3; times++) journal.append(large)
  t.same(codes(), ['FULL'])
  t.ok(errors[0]?.message.includes(path), 'names the file')
  t.equal(journal.show('a').length, 0)
  pages(10_000)
  journal.append(large)
  t.equal(journal.show('a').length, 1, 'works again')
  pages(6)
  journal.append(large)
  t.same(codes(), ['FULL', 'FULL'], 'and is told again')
})

t.test('a lock held by another process is told, and passes', async t => {
  const { journal, codes, path } = begin(t)
  const other = connect(path)
  other.exec('BEGIN IMMEDIATE')
  journal.append(received)
  journal.append(sent)
  t.same(codes(), ['UNWRITABLE'])
  other.exec('ROLLBACK')
  other.close()
  journal.append(sent)
  t.equal(journal.show('a').length, 1)
})

t.test('what JSON cannot hold is told, and nothing is written', async t => {
  const { journal, codes } = begin(t)
  journal.append({ ...received, sealed: { big: 1n } })
  t.same(codes(), ['UNWRITABLE'])
  t.same(journal.show('a'), [])
})

t.test('a file that is no database is moved aside', async t => {
  const garbage = 'x'.repeat(9000)
  const files = { 'journal.db': garbage }
  const { journal, codes, errors, folder } = begin(t, {}, files)
  t.same(codes(), ['MOVED_ASIDE'])
  journal.append(received)
  t.equal(journal.show('a').length, 1)
  const aside = readdirSync(folder).find(name => /damaged-\d+$/.test(name))
  t.equal(readFileSync(join(folder, `${aside}`), 'utf8'), garbage)
  t.ok(errors[0]?.message.includes(`${aside}`), 'names the new place')
})

t.test('a torn file is moved aside, and the row is kept', async t => {
  const { journal, settings, codes, path } = begin(t)
  for (let n = 0; n < 200; n++) journal.append({ ...received, facts: { n } })
  journal.close()
  const bytes = readFileSync(path)
  bytes.fill(0xff, 4096)
  writeFileSync(path, bytes)
  const again = openJournal(settings)
  again.append(received)
  t.same(codes(), ['MOVED_ASIDE'])
  t.equal(again.show('a').length, 1)
  again.close()
})

t.test('a disk that damages every file is left alone', async t => {
  const open: typeof openDatabase = path => {
    writeFileSync(path, 'x'.repeat(9000))
    return openDatabase(path, [])
  }
  const { journal, codes, folder } = begin(t, { open })
  for (let times = 0; times < 9; times++) journal.append(received)
  t.equal(codes().filter(code => code === 'MOVED_ASIDE').length, 3)
  t.equal(codes().filter(code => code === 'UNWRITABLE').length, 1)
  t.equal(readdirSync(folder).filter(n => /damaged-\d+$/.test(n)).length, 3)
})

t.test('a file that cannot be made is tried again', async t => {
  const { settings } = begin(t)
  const folder = join(t.testdir({}), 'a-file')
  writeFileSync(folder, '')
  const errors: string[] = []
  const journal = openJournal({
    ...settings,
    path: join(folder, 'journal.db'),
    onError: error => errors.push(error.code),
  })
  journal.append(received)
  t.same(errors, ['UNWRITABLE'])
  t.throws(() => journal.show('a'))
  rmSync(folder)
  mkdirSync(folder)
  journal.append(received)
  t.equal(journal.show('a').length, 1)
  journal.close()
})

t.test('a database of a newer program is left alone', async t => {
  const { journal, codes, settings, path } = begin(t)
  journal.close()
  const newer = connect(path)
  newer.exec('PRAGMA user_version = 99')
  newer.close()
  const again = openJournal(settings)
  again.append(received)
  t.same(codes(), ['UNWRITABLE'])
  again.close()
})

t.test('a key that others can read stops it', async t => {
  const { journal, settings } = begin(t)
  journal.close()
  chmodSync(settings.keyPath, 0o644)
  t.throws(() => openJournal(settings), { name: 'KeyFileError' })
})

t.test('after close a row is told, not written', async t => {
  const { journal, codes, path, settings } = begin(t)
  journal.append(received)
  journal.close()
  journal.close()
  journal.append(received)
  journal.append(received)
  t.same(codes(), ['CLOSED'])
  t.equal(readFileSync(`${path}`).includes('received'), true, 'one file')
  const reader = readJournal(settings)
  t.equal(reader.show('a').length, 1)
  reader.close()
})
