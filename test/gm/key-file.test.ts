import { execFile } from 'node:child_process'
import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { loadKey, loadOrCreateKey } from '../../src/gm/key-file.js'
import { packagePath } from '../../src/paths.js'

const run = promisify(execFile)

/** In this time all processes have started and wait for each other. */
const START_MS = 1500

t.test('a missing key is made once, for its owner alone', async t => {
  const folder = t.testdir({})
  const path = join(folder, 'state', 'journal.key')
  const key = loadOrCreateKey(path)
  t.equal(key.length, 32)
  t.same(loadOrCreateKey(path), key)
  t.same(loadKey(path), key)
  t.equal(statSync(path).mode & 0o777, 0o600)
  t.equal(statSync(join(folder, 'state')).mode & 0o777, 0o700)
  t.same(readdirSync(join(folder, 'state')), ['journal.key'])
})

t.test('loading alone makes nothing', async t => {
  const folder = t.testdir({})
  t.throws(() => loadKey(join(folder, 'x.key')), { code: 'ENOENT' })
  t.same(readdirSync(folder), [])
})

t.test('a key that others can read is refused, with the cure', async t => {
  const path = join(t.testdir({}), 'x.key')
  loadOrCreateKey(path)
  for (const mode of [0o640, 0o604, 0o660]) {
    chmodSync(path, mode)
    t.throws(() => loadOrCreateKey(path), {
      name: 'KeyFileError',
      code: 'KEY_FILE_UNUSABLE',
      message: `chmod 600 ${path}`,
    })
  }
  t.doesNotThrow(() => loadKey(path, 'win32'), 'the mode says nothing there')
  chmodSync(path, 0o400)
  t.doesNotThrow(() => loadKey(path))
})

t.test('a key of the wrong length is refused and kept', async t => {
  const path = join(t.testdir({}), 'x.key')
  writeFileSync(path, 'short', { mode: 0o600 })
  t.throws(() => loadOrCreateKey(path), { name: 'KeyFileError', message: /5/ })
  t.equal(statSync(path).size, 5)
})

t.test('processes that make it at once get the same key', async t => {
  const path = join(t.testdir({}), 'x.key')
  const source = packagePath('dist/src/gm/key-file.js')
  const script = `import { loadOrCreateKey } from ${JSON.stringify(source)}
    while (Date.now() < Number(process.argv[2]));
    process.stdout.write(loadOrCreateKey(process.argv[1]).toString('hex'))`
  const start = `${Date.now() + START_MS}`
  const node = ['--input-type=module', '-e', script, path, start]
  const outputs = await Promise.all(
    Array.from({ length: 6 }, () => run(process.execPath, node)),
  )
  t.equal(new Set(outputs.map(({ stdout }) => stdout)).size, 1)
  t.equal(outputs[0]?.stdout.length, 64)
})
