import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { openJournal } from '../../src/journal/journal.js'
import { readJournal } from '../../src/journal/reader.js'
import { packagePath } from '../../src/paths.js'

function begin(t: Test) {
  const folder = t.testdir({})
  const places = {
    path: join(folder, 'journal.db'),
    keyPath: join(folder, 'journal.key'),
  }
  const failed: string[] = []
  const onError = (error: Error) => void failed.push(error.message)
  const open = () => {
    const journal = openJournal({ ...places, keepDays: 90, onError })
    t.teardown(() => journal.close())
    return journal
  }
  return { folder, places, failed, open }
}

/** Reads without pause until `call` has a `delivered` row. */
const READ_UNTIL_DELIVERED = `
  import { readJournal } from ${JSON.stringify(
    packagePath('dist/src/journal/reader.js'),
  )}
  const [path, keyPath, call] = process.argv.slice(1)
  const seen = new Set()
  let rows = []
  while (rows.at(-1)?.step !== 'delivered') {
    const reader = readJournal({ path, keyPath })
    rows = reader.show(call, { unseal: true })
    if (rows.some(row => row.personal?.userName !== '张三')) process.exit(9)
    reader.list({ limit: 5 })
    reader.close()
    if (seen.size === 0) console.log('reading')
    seen.add(rows.length)
  }
  console.log(seen.size, rows.length)`

t.test('another process reads while rows are written', async t => {
  const { places, failed, open } = begin(t)
  const journal = open()
  const sealed = { userName: '张三' }
  const write = (step: 'received' | 'sent' | 'delivered', n: number) =>
    journal.append({ call: 'a', step, facts: { n }, sealed })
  write('received', 0)
  const { path, keyPath } = places
  const node = ['--input-type=module', '-e', READ_UNTIL_DELIVERED]
  const child = spawn(process.execPath, [...node, path, keyPath, 'a'], {
    timeout: 20_000,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', chunk => {
    output += chunk
  })
  await once(child.stdout, 'data')
  for (let n = 1; n <= 300; n++) {
    write(n % 10 ? 'received' : 'sent', n)
    await wait(1)
  }
  write('delivered', 301)
  const [code] = await once(child, 'close')
  t.equal(code, 0)
  const [, counts = ''] = output.trim().split('\n')
  const [different, total] = counts.split(' ').map(Number)
  t.equal(total, 302)
  t.ok(Number(different) > 5, `saw it grow ${different} times`)
  t.same(failed, [], 'the writer never failed')
})

t.test('without a journal it makes none', async t => {
  const { folder, places } = begin(t)
  t.throws(() => readJournal(places), { name: 'StoreError' })
  t.same(readdirSync(folder), [])
})

t.test('the key is needed only to unseal', async t => {
  const { places, open } = begin(t)
  const journal = open()
  const sealed = { userName: '李四' }
  journal.append({ call: 'a', step: 'received', facts: {}, sealed })
  const reader = readJournal(places)
  t.teardown(() => reader.close())
  chmodSync(places.keyPath, 0o644)
  t.equal(reader.show('a')[0]?.sealed, true)
  t.equal(reader.latestId(), 'a')
  t.throws(() => reader.show('a', { unseal: true }), { name: 'KeyFileError' })
  const other = { ...places, keyPath: `${places.keyPath}-other` }
  openJournal({ ...other, keepDays: 90, onError() {} }).close()
  const foreign = readJournal(other)
  t.throws(() => foreign.show('a', { unseal: true }), { name: 'SealError' })
  foreign.close()
})
