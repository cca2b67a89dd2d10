import { chmodSync, statSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { readSecret, writeSecret } from '../src/secret-file.js'

t.test('a secret is written for its owner alone, and read', async t => {
  const path = join(t.testdir(), 'made/on/the/way')
  writeSecret(path, 'secret\n')
  t.equal(statSync(path).mode & 0o777, 0o600)
  t.equal(readSecret(path), 'secret')
  t.throws(() => writeSecret(path, 'other'), { code: 'EEXIST' })
  t.equal(readSecret(path), 'secret', 'it was not overwritten')
})

t.test('a file that others can read is refused with the cure', async t => {
  const path = join(t.testdir({ secret: 'hunter2' }), 'secret')
  for (const mode of [0o640, 0o604, 0o644, 0o620]) {
    chmodSync(path, mode)
    t.throws(() => readSecret(path), {
      code: 'KEY_FILE_UNUSABLE',
      message: /^(?!.*hunter2).*0600|chmod/,
    })
    t.equal(readSecret(path, 'win32'), 'hunter2')
  }
})

t.test('a file that is not there is the system’s error', async t => {
  t.throws(() => readSecret(join(t.testdir(), 'gone')), { code: 'ENOENT' })
})
