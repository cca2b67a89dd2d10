import { chmodSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { parsePrivateKey, parsePublicKey } from '../../src/gm/keys.js'
import { run } from './run.js'

t.test('a pair is made once, the private key for its owner', async t => {
  const folder = t.testdir()
  const file = join(folder, 'our.key')
  const made = await run(['keys', 'generate', 'our.key', '--json'], { folder })
  t.equal(made.code, 0)
  const pem = readFileSync(file, 'utf8')
  t.equal(statSync(file).mode & 0o777, 0o600)
  const { point } = parsePrivateKey(pem)
  const { public: forms, publicFile } = JSON.parse(made.stdout)
  for (const form of Object.values(forms))
    t.ok(parsePublicKey(String(form)).point.equals(point))
  const written = readFileSync(join(folder, publicFile), 'utf8')
  t.equal(written.trimEnd(), forms.pem)
  const again = await run(['keys', 'generate', 'our.key'], { folder })
  t.match(again, { code: 2, stderr: /our\.key exists/ })
  t.equal(readFileSync(file, 'utf8'), pem)
})

t.test('a key is shown in each form, the private one when asked', async t => {
  const folder = t.testdir()
  const made = await run(['keys', 'generate', 'our.key'], { folder })
  const pem = readFileSync(join(folder, 'our.key'), 'utf8')
  const hex = parsePrivateKey(pem).scalar.toString('hex')
  t.notMatch(made.stdout, 'PRIVATE')
  const show = (...argv: string[]) =>
    run(['keys', 'show', '--json', ...argv], { folder })
  const [secret, open, whole] = await Promise.all([
    show('our.key'),
    show('our.key.pub'),
    show('our.key', '--show-keys'),
  ])
  t.equal(secret.stdout, open.stdout)
  t.notMatch(secret.stdout, new RegExp(`PRIVATE|${hex}`))
  t.match(JSON.parse(whole.stdout).private, { hex, pem: pem.trimEnd() })
})

t.test('a private key that others can read is not shown', async t => {
  const folder = t.testdir({ 'no.key': 'not a key' })
  await run(['keys', 'generate', 'our.key'], { folder })
  chmodSync(join(folder, 'our.key'), 0o644)
  const refused = await run(['keys', 'show', 'our.key'], { folder })
  t.match(refused, { code: 3, stdout: '', stderr: /chmod 600/ })
  const gone = await run(['keys', 'show', 'gone'], { folder })
  t.match(gone, { code: 3, stderr: /ENOENT/ })
})
