import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { request } from 'undici'
import type { AllowedPlatform } from '../../src/platform/targets.js'
import {
  ANSWER_BYTES_MAX,
  connectionsTo,
  PIN_MISMATCH,
} from '../../src/platform/trust.js'
import { listen, startFake } from './fake-platform.js'

const OTHER_PIN = Array(32).fill('AB').join(':')

/** The body that comes over connections to this platform. */
async function fetch(t: Test, platform: AllowedPlatform): Promise<string> {
  const dispatcher = connectionsTo(platform)
  t.teardown(() => dispatcher.destroy())
  const { body } = await request(platform.url, { dispatcher })
  return body.text()
}

const hello = (_: unknown, response: { end(text: string): void }) =>
  response.end('hello')

t.test('the pinned certificate is trusted, however it is written', async t => {
  const { url, pin } = await startFake(t, hello)
  for (const written of [pin, pin.toLowerCase(), pin.replaceAll(':', '')]) {
    t.equal(await fetch(t, { url, pin: written, caFile: '' }), 'hello')
  }
})

t.test('another certificate than the pinned is not, and is told', async t => {
  const { url, pin, caFile, bodies } = await startFake(t, hello)
  for (const file of ['', caFile]) {
    const platform = { url, pin: OTHER_PIN, caFile: file }
    const message = `fingerprint is ${pin}`
    await t.rejects(fetch(t, platform), { code: PIN_MISMATCH, message })
  }
  t.strictSame(bodies, [], 'nothing was sent')
})

t.test('its authority is trusted where a file names it', async t => {
  const { url, caFile } = await startFake(t, hello)
  t.equal(await fetch(t, { url, pin: '', caFile }), 'hello')
})

t.test('an authority that nobody knows is not', async t => {
  const { url } = await startFake(t, hello)
  const other = await startFake(t, hello)
  for (const caFile of ['', other.caFile]) {
    await t.rejects(fetch(t, { url, pin: '', caFile }), {
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    })
  }
})

t.test('a certificate of another host or time is not', async t => {
  const host = await startFake(t, hello, { ip: '127.0.0.2' })
  const yesterday = new Date(Date.now() - 86_400_000)
  const time = await startFake(t, hello, { notAfter: yesterday })
  const codes = ['ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_HAS_EXPIRED']
  for (const [index, { url, caFile }] of [host, time].entries()) {
    const code = codes[index] as string
    await t.rejects(fetch(t, { url, pin: '', caFile }), { code })
  }
})

t.test('a pin stands for host, time and authority', async t => {
  const notAfter = new Date(Date.now() - 86_400_000)
  const fake = await startFake(t, hello, { ip: '127.0.0.2', notAfter })
  t.equal(await fetch(t, fake.allowed), 'hello')
})

t.test('TLS before 1.2 is not spoken', async t => {
  const { allowed } = await startFake(t, hello, {
    tls: {
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    },
  })
  await t.rejects(fetch(t, allowed), { code: /^ERR_SSL_/ })
})

t.test('a connection is checked anew when it is made anew', async t => {
  const closing = await startFake(t, (_, response) => {
    response.setHeader('connection', 'close').end('hello')
  })
  const dispatcher = connectionsTo({ ...closing.allowed, pin: OTHER_PIN })
  t.teardown(() => dispatcher.destroy())
  for (let round = 0; round < 3; round++) {
    const refused = request(closing.url, { dispatcher })
    await t.rejects(refused, { code: PIN_MISMATCH })
  }
})

t.test('plain http has no certificate to pin', async t => {
  const { url } = await startFake(t, hello, { plain: true })
  t.equal(await fetch(t, { url, pin: '', caFile: '' }), 'hello')
  const pinned = { url, pin: OTHER_PIN, caFile: '' }
  await t.rejects(fetch(t, pinned), { code: PIN_MISMATCH })
})

t.test('a file that holds no certificates is an error', async t => {
  const caFile = join(t.testdir(), 'ca.pem')
  const platform = { url: 'https://127.0.0.1/', pin: '', caFile }
  t.throws(() => connectionsTo(platform), { code: 'ENOENT' })
  writeFileSync(caFile, 'no certificate')
  const { url } = await startFake(t, hello)
  await t.rejects(fetch(t, { ...platform, url }), Error)
})

t.test('an answer may have so many bytes and no more', async t => {
  let length = ANSWER_BYTES_MAX
  const { allowed } = await startFake(t, (_, response) => {
    response.end(Buffer.alloc(length, 'x'))
  })
  t.equal((await fetch(t, allowed)).length, ANSWER_BYTES_MAX)
  length += 1
  await t.rejects(fetch(t, allowed), { code: 'UND_ERR_RES_EXCEEDED_MAX_SIZE' })
})

t.test('who speaks no TLS is not waited for', async t => {
  const server = createServer(socket => socket.end('SSH-2.0-x\r\n'))
  const url = `https://127.0.0.1:${await listen(t, server)}/`
  const platform = { url, pin: OTHER_PIN, caFile: '' }
  await t.rejects(fetch(t, platform), { code: /^ERR_SSL_|ECONNRESET/ })
})
