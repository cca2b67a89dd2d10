import { createServer } from 'node:http'
import { connect } from 'node:net'
import t, { type Test } from 'tap'
import { SKEW_MS_MAX } from '../../src/envelope/clock.js'
import { EXPIRY_DAYS_MIN, pingPlatform } from '../../src/platform/ping.js'
import type { AllowedPlatform } from '../../src/platform/targets.js'
import { QUERY, startHarness } from '../sandbox/harness.js'
import { listen, startFake } from './fake-platform.js'

const DAY_MS = 86_400_000

async function ping(platform: AllowedPlatform, url = platform.url, now = 0) {
  const clock = now ? () => now : Date.now
  const findings = await pingPlatform(new URL(url), platform, clock)
  const bad = findings.filter(({ well }) => !well)
  const sentences = bad.map(({ sentence }) => sentence).join()
  return { seen: findings.map(({ about }) => about), bad, sentences }
}

async function sandboxOf(t: Test) {
  const { sandbox } = await startHarness(t)
  const { party, files } = sandbox.keys
  const allowed: AllowedPlatform = {
    url: `${sandbox.url}/`,
    pin: sandbox.fingerprint,
    caFile: '',
    envelope: {
      form: 'encrypted',
      dialect: 'A',
      sign: 'SM2',
      version: '1.0.0',
      appId: party.appId,
      appSecretFile: files.app_secret_file,
      privateKeyFile: files.private_key_file,
      publicKeyFile: files.public_key_file,
    },
  }
  return { allowed, strUrl: sandbox.url + QUERY }
}

const all = ['address', 'tcp', 'tls', 'clock', 'signature']

t.test('the sandbox is well in every step, plain and signed', async t => {
  const { allowed, strUrl } = await sandboxOf(t)
  t.match(await ping(allowed, strUrl), { seen: all, bad: [] })
  const { envelope: _, ...plain } = allowed
  t.match(await ping(plain, strUrl), { seen: all, bad: [] })
})

t.test('a clock that is far off is told, and the rest is tried', async t => {
  const { envelope: _, ...plain } = (await sandboxOf(t)).allowed
  const found = await ping(plain, plain.url, Date.now() + SKEW_MS_MAX + 5000)
  t.match(found, { seen: all, bad: [{ about: 'clock' }] })
  t.match(found.sentences, /differ by -30\d s.*set the clock/)
})

t.test('a signature that the platform refuses', async t => {
  const { allowed, strUrl } = await sandboxOf(t)
  const { envelope } = allowed
  if (!envelope) throw new Error('no envelope')
  const wrong = { ...envelope, appId: 'F'.repeat(32) }
  const found = await ping({ ...allowed, envelope: wrong }, strUrl)
  t.match(found.bad, [{ about: 'signature' }])
  t.match(found.sentences, /-4, unsigned: 权限校验异常：未知的 appId/)
  const nowhere = await ping(allowed, `${allowed.url}nowhere`)
  t.match(nowhere.sentences, /-5, unsigned.*name a whole strUrl/)
  const gone = { ...envelope, privateKeyFile: '/gone' }
  const lost = await ping({ ...allowed, envelope: gone }, strUrl)
  t.match(lost.sentences, /key file .* ENOENT/)
})

t.test('nobody there: the last step is the one that failed', async t => {
  const server = createServer()
  const url = `https://127.0.0.1:${await listen(t, server)}/`
  await new Promise(resolve => server.close(resolve))
  const found = await ping({ url, pin: '', caFile: '' })
  t.match(found, { seen: ['address', 'tcp'], bad: [{ about: 'tcp' }] })
  t.match(found.sentences, /ECONNREFUSED/)
})

t.test('a name that has no address', async t => {
  const url = `https://${'a'.repeat(64)}.invalid/`
  const found = await ping({ url, pin: '', caFile: '' })
  t.match(found, { seen: ['address'], sentences: /DNS/ })
})

t.test('a certificate that is not the right one, or ends soon', async t => {
  const hello = (_: unknown, response: { end(): void }) => response.end()
  const { allowed } = await startFake(t, hello)
  const pin = Array(32).fill('AB').join(':')
  const other = await ping({ ...allowed, pin })
  t.match(other, { seen: ['address', 'tcp', 'tls'], sentences: /pin/ })
  const notAfter = new Date(Date.now() + (EXPIRY_DAYS_MIN - 1) * DAY_MS)
  const old = await startFake(t, hello, { notAfter })
  const found = await ping(old.allowed)
  t.match(found.bad, [{ about: 'tls', sentence: /ends in 12 days/ }])
})

t.test('plain http, and through a proxy', async t => {
  const fake = await startFake(t, (_, response) => response.end(), {
    plain: true,
  })
  t.match(await ping(fake.allowed), { seen: all, bad: [] })
  const proxy = createServer().on('connect', (request, socket) => {
    const onward = connect(Number(request.url?.split(':')[1]), '127.0.0.1')
    socket.write('HTTP/1.1 200 OK\r\n\r\n')
    socket.pipe(onward).pipe(socket)
    t.teardown(() => onward.destroy())
  })
  const url = `http://127.0.0.1:${await listen(t, proxy)}`
  t.match(await ping({ ...fake.allowed, proxy: url }), { seen: all, bad: [] })
})
