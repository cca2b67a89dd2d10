import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { writePublicKey } from '../../src/gm/key-write.js'
import { generateKey } from '../../src/gm/keys.js'
import { loadKeys } from '../../src/sandbox/keys.js'

t.test('keys are made once, the secret ones for their owner', async t => {
  const folder = join(t.testdir(), 'made')
  const first = loadKeys(folder)
  t.strictSame(loadKeys(folder), first)
  t.match(first.party.appId, /^[0-9A-F]{32}$/)
  for (const name of readdirSync(folder)) {
    const mode = statSync(join(folder, name)).mode & 0o777
    if (!name.endsWith('.pub')) t.equal(mode, 0o600, name)
  }
  const other = loadKeys(join(t.testdirName, 'other'))
  t.not(other.party.appSecret, first.party.appSecret)
})

t.test('a secret that others can read is refused', async t => {
  const folder = t.testdir()
  const { files } = loadKeys(folder)
  chmodSync(files.app_secret_file, 0o644)
  t.throws(() => loadKeys(folder), { code: 'KEY_FILE_UNUSABLE' })
})

t.test('a vendor’s own public key takes the place of the demo’s', async t => {
  const folder = t.testdir()
  loadKeys(folder)
  const own = generateKey()
  writeFileSync(join(folder, 'terminal.pub'), writePublicKey(own, 'base64'))
  t.ok(loadKeys(folder).party.publicKey?.point.equals(own.point))
})
