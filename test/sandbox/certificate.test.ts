import { X509Certificate } from 'node:crypto'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import {
  CERTIFICATE_LIFE_MS,
  loadCertificate,
} from '../../src/sandbox/certificate.js'

t.test('the certificate is for this machine, on P-256', async t => {
  const now = Date.now()
  const made = await loadCertificate(join(t.testdir(), 'new'), () => now)
  const parsed = new X509Certificate(made.certificate)
  t.equal(parsed.publicKey.asymmetricKeyDetails?.namedCurve, 'prime256v1')
  t.ok(parsed.checkHost('localhost'))
  t.ok(parsed.checkIP('127.0.0.1'))
  t.ok(parsed.checkIP('::1'))
  t.equal(made.fingerprint, parsed.fingerprint256)
  const life = Date.parse(parsed.validTo) - Date.parse(parsed.validFrom)
  t.equal(life, CERTIFICATE_LIFE_MS)
})

t.test('only the owner can read the key', async t => {
  const folder = t.testdir({ 'key.pem': 'anybody may read this' })
  await loadCertificate(folder, Date.now)
  t.equal(statSync(join(folder, 'key.pem')).mode & 0o777, 0o600)
})

t.test('the same certificate is found again', async t => {
  const folder = t.testdir()
  const first = await loadCertificate(folder, Date.now)
  t.same(await loadCertificate(folder, Date.now), first)
})

t.test('an expired certificate is made anew', async t => {
  const folder = t.testdir()
  const first = await loadCertificate(folder, Date.now)
  const later = Date.now() + CERTIFICATE_LIFE_MS
  const second = await loadCertificate(folder, () => later)
  t.not(second.fingerprint, first.fingerprint)
  t.same(await loadCertificate(folder, () => later), second)
})

t.test('a certificate without its key is made anew', async t => {
  const folder = t.testdir()
  const first = await loadCertificate(folder, Date.now)
  rmSync(join(folder, 'key.pem'))
  const second = await loadCertificate(folder, Date.now)
  t.not(second.fingerprint, first.fingerprint)
})

t.test('a certificate with another’s key is made anew', async t => {
  const [ours, theirs] = [t.testdir({ a: {}, b: {} })].flatMap(folder => [
    join(folder, 'a'),
    join(folder, 'b'),
  ]) as [string, string]
  const first = await loadCertificate(ours, Date.now)
  await loadCertificate(theirs, Date.now)
  const stranger = readFileSync(join(theirs, 'key.pem'))
  writeFileSync(join(ours, 'key.pem'), stranger)
  const second = await loadCertificate(ours, Date.now)
  t.not(second.fingerprint, first.fingerprint)
})

t.test('garbage is made anew', async t => {
  const folder = t.testdir({ 'certificate.pem': 'x', 'key.pem': 'y' })
  t.match(await loadCertificate(folder, Date.now), { fingerprint: /^\w\w:/ })
})

t.test('a folder that cannot be one is an error', async t => {
  const folder = t.testdir({ file: '' })
  await t.rejects(loadCertificate(join(folder, 'file'), Date.now), {
    code: 'ENOTDIR',
  })
})
