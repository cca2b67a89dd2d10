import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import t from 'tap'
import { Failure } from '../../src/failure.js'
import { createPlatformClient } from '../../src/platform/client.js'
import { failureOf } from '../../src/platform/faults.js'
import type { AllowedPlatform } from '../../src/platform/targets.js'
import { writeSecret } from '../../src/secret-file.js'
import { listen, makeCertificate, startFake } from './fake-platform.js'

const never = new AbortController().signal

async function ask(platform: AllowedPlatform) {
  const client = createPlatformClient(() => [platform])
  t.teardown(() => client.close())
  const { post } = client.target(platform.url)
  return post({}, never).catch(failure => failure)
}

t.test('a name that has no address', async t => {
  // Too long for the name system, so nobody is asked.
  const url = `https://${'a'.repeat(64)}.invalid/`
  const failure = await ask({ url, pin: '', caFile: '' })
  t.match(failure, { symbol: 'platform-no-address', code: -1 })
  const again = failureOf({ code: 'EAI_AGAIN' }, 'https://x')
  t.match(again, { symbol: 'platform-no-address' })
})

t.test('who speaks no TLS, or only an old one', async t => {
  const plain = createServer(socket => socket.end('HTTP/1.1 400 No\r\n\r\n'))
  const url = `https://127.0.0.1:${await listen(t, plain)}/`
  const failure = await ask({ url, pin: '', caFile: '' })
  t.match(failure, { symbol: 'platform-no-tls', code: -1 })
  const { allowed } = await startFake(t, () => {}, {
    tls: {
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    },
  })
  t.match(await ask(allowed), { symbol: 'platform-no-tls' })
})

t.test('a platform that asks who calls', async t => {
  const { key, cert } = await makeCertificate()
  const stranger = await makeCertificate()
  const folder = t.testdir()
  const files = (name: string, pair: { key: string; cert: string }) => {
    const clientCertFile = join(folder, `${name}.pem`)
    const clientKeyFile = join(folder, `${name}.key`)
    writeFileSync(clientCertFile, pair.cert)
    writeSecret(clientKeyFile, pair.key)
    return { clientCertFile, clientKeyFile }
  }
  for (const maxVersion of ['TLSv1.3', 'TLSv1.2'] as const) {
    const { allowed, bodies } = await startFake(
      t,
      (_, response) => response.end('{"code":7}'),
      { tls: { requestCert: true, ca: cert, maxVersion } },
    )
    const ours = files(`ours ${maxVersion}`, { key, cert })
    t.match(await ask({ ...allowed, ...ours }), { code: 7 }, maxVersion)
    const other = files(`other ${maxVersion}`, stranger)
    for (const refused of [allowed, { ...allowed, ...other }]) {
      const failure = await ask(refused)
      t.match(failure, { name: 'Failure' }, maxVersion)
      t.match(failure.symbol, /^platform-(wants-certificate|no-tls|cut)$/)
    }
    t.equal(bodies.length, 1)
  }
})

t.test('IPv6', async t => {
  const { allowed } = await startFake(
    t,
    (_, response) => response.end('{"code":7}'),
    { host: '::1' },
  )
  t.match(allowed.url, /\[::1\]/)
  t.match(await ask(allowed), { code: 7 })
})

t.test('each kind of error has its failure', async t => {
  const symbols: Record<string, string> = {
    UND_ERR_RES_EXCEEDED_MAX_SIZE: 'platform-too-long',
    UND_ERR_SOCKET: 'platform-cut',
    ECONNRESET: 'platform-cut',
    EPIPE: 'platform-cut',
    ENOTFOUND: 'platform-no-address',
    ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: 'platform-wants-certificate',
    ERR_SSL_WRONG_VERSION_NUMBER: 'platform-no-tls',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'platform-untrusted',
    CERT_HAS_EXPIRED: 'platform-untrusted',
    ERR_TLS_CERT_ALTNAME_INVALID: 'platform-untrusted',
    UND_ERR_CONNECT_TIMEOUT: 'platform-unreachable',
    EHOSTUNREACH: 'platform-unreachable',
  }
  for (const [code, symbol] of Object.entries(symbols)) {
    const failure = failureOf(Object.assign(new Error(), { code }), 'https://x')
    t.match(failure, { symbol, parameters: { origin: 'https://x' } }, code)
  }
  t.match(failureOf(new TypeError('x'), 'o'), {
    symbol: 'platform-unreachable',
  })
  const failure = new Failure('platform-refused')
  t.equal(failureOf(failure, 'o'), failure)
})
