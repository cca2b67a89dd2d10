import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { type Dispatcher, request } from 'undici'
import type { Party } from '../../src/envelope/agreement.js'
import { sealEnvelope } from '../../src/envelope/seal.js'
import { connectionsTo } from '../../src/platform/trust.js'
import type { Exchange } from '../../src/recorder/format.js'
import { startRecorder } from '../../src/recorder/recorder.js'
import { readRecording } from '../../src/recorder/recording.js'
import { loadCertificate } from '../../src/sandbox/certificate.js'
import { shortFolder } from '../bridge/socket-caller.js'
import { message, NOW, terminal } from '../envelope/parties.js'
import { type FakePlatform, startFake } from '../platform/fake-platform.js'

interface Setting {
  path: string
  kept: Exchange[]
  /** Posts to the recorder. */
  post(
    body: string | Buffer,
    url?: string,
  ): Promise<{ status: number; headers: object; body: Buffer }>
}

async function setUp(
  t: Test,
  fake: FakePlatform,
  { party, dispatcher }: { party?: Party; dispatcher?: Dispatcher } = {},
): Promise<Setting> {
  const folder = shortFolder(t)
  const certificate = await loadCertificate(folder, Date.now)
  const path = join(folder, 'visit.jsonl')
  const kept: Exchange[] = []
  const toTarget = dispatcher ?? connectionsTo(fake.allowed)
  const recorder = await startRecorder({
    ...{ port: 0, certificate, path, party },
    target: new URL(fake.url).origin,
    dispatcher: toTarget,
    onExchange: exchange => kept.push(exchange),
  })
  const { url } = recorder
  const pin = certificate.fingerprint
  const ours = connectionsTo({ url, pin, caFile: '' })
  t.teardown(async () => {
    await ours.destroy()
    await recorder.close()
    await toTarget.destroy()
  })
  return {
    path,
    kept,
    async post(body, to = '/localcfc/api/hsecfc/localQrCodeQuery') {
      const reply = await request(url + to, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-odd': 'kept' },
        body,
        dispatcher: ours,
      })
      const bytes = Buffer.from(await reply.body.arrayBuffer())
      return { status: reply.statusCode, headers: reply.headers, body: bytes }
    },
  }
}

t.test('bytes, status and headers pass unchanged, both ways', async t => {
  const reply = randomBytes(5000)
  let arrived: unknown
  const fake = await startFake(t, ({ headers, url }, response) => {
    arrived = [headers['x-odd'], url]
    response.writeHead(418, { 'x-back': 'too', 'content-type': 'odd/type' })
    response.end(reply)
  })
  const { post, kept } = await setUp(t, fake)
  const body = ' {"a" : 1}\r\n'
  const seen = await post(body, '/prefix/localQrCodeQuery?x=1')
  t.strictSame(fake.bodies, [body])
  t.strictSame(arrived, ['kept', '/prefix/localQrCodeQuery?x=1'])
  t.equal(seen.status, 418)
  t.match(seen.headers, { 'x-back': 'too', 'content-type': 'odd/type' })
  t.strictSame(seen.body, reply)
  t.match(kept, [
    {
      number: 1,
      path: '/prefix/localQrCodeQuery',
      status: 418,
      request: { form: 'plain' },
      reply: { form: 'opaque', why: 'not-json', bytes: 5000 },
    },
  ])
})

t.test('encrypted: opened with the keys, opaque without', async t => {
  const style = { form: 'encrypted', dialect: 'A', sign: 'SM2' } as const
  const sealed = sealEnvelope(
    message,
    { ...style, version: '1.0.0' },
    terminal,
    NOW,
  )
  const body = JSON.stringify(sealed)
  const fake = await startFake(t, (_, response) => response.end(body))
  const opened = await setUp(t, fake, { party: terminal })
  t.equal(String((await opened.post(body)).body), body)
  t.match(opened.kept[0], {
    request: {
      form: 'encrypted',
      message: { transType: 'ec.query', data: { businessType: '01101' } },
    },
  })
  const text = JSON.stringify(opened.kept)
  for (const member of [
    'signData',
    'encData',
    'appId',
    'timestamp',
    '收费员甲',
  ])
    t.notMatch(text, member)
  const closed = await setUp(t, fake)
  await closed.post(body)
  t.match(closed.kept[0]?.request, { form: 'opaque', why: 'no-keys' })
  const party = { ...terminal, appSecret: 'F'.repeat(32) }
  const wrong = await setUp(t, fake, { party })
  await wrong.post(body)
  t.match(wrong.kept[0]?.request, { form: 'opaque', why: 'wrong-keys' })
})

t.test('a platform that is away or cuts: 502, and it is kept', async t => {
  const fake = await startFake(t, (_, response) => response.destroy())
  const { post, kept } = await setUp(t, fake)
  const cut = await post('{}')
  t.equal(cut.status, 502)
  t.match(JSON.parse(String(cut.body)), { code: -1, message: /未能连上/ })
  t.match(kept[0], { failure: 'UND_ERR_SOCKET', reply: undefined })
})

t.test('a platform with another certificate is not spoken to', async t => {
  const fake = await startFake(t, (_, response) => response.end('{}'))
  const pin = 'AA:'.repeat(31).concat('AA')
  const dispatcher = connectionsTo({ ...fake.allowed, pin })
  const { post, kept } = await setUp(t, fake, { dispatcher })
  t.equal((await post('{}')).status, 502)
  t.match(kept[0], { failure: 'NATIONEC_PIN_MISMATCH' })
  t.strictSame(fake.bodies, [])
})

t.test('what was recorded is on the disk before the caller has it', async t => {
  const fake = await startFake(t, (_, response) => response.end('{"code":0}'))
  const { post, path } = await setUp(t, fake)
  for (let number = 1; number <= 3; number++) {
    await post('{"transType":"ec.query"}')
    t.equal(readRecording(path).exchanges.length, number)
  }
})

t.test('calls at once are all kept, each with its own reply', async t => {
  const fake = await startFake(t, (_, response) => {
    const number = fake.bodies.length
    setTimeout(() => response.end(`{"code":${number}}`), 20 - number)
  })
  const { post, kept } = await setUp(t, fake)
  await Promise.all(Array.from({ length: 8 }, () => post('{}')))
  t.strictSame(
    kept.map(({ number }) => number),
    [1, 2, 3, 4, 5, 6, 7, 8],
  )
})

t.test('a body that is too long is refused, and not kept', async t => {
  const fake = await startFake(t, (_, response) => response.end('{}'))
  const { post, kept } = await setUp(t, fake)
  const { status } = await post(Buffer.alloc(1024 * 1024 + 1, 32))
  t.equal(status, 413)
  t.strictSame([kept, fake.bodies], [[], []])
})

t.test('a file or folder that is there: nothing is started', async t => {
  const folder = shortFolder(t)
  const path = join(folder, 'visit.jsonl')
  mkdirSync(path)
  const certificate = await loadCertificate(folder, Date.now)
  const fake = await startFake(t, (_, response) => response.end('{}'))
  const dispatcher = connectionsTo(fake.allowed)
  t.teardown(() => dispatcher.destroy())
  await t.rejects(
    startRecorder({
      ...{ port: 0, certificate, target: fake.url, dispatcher, path },
    }),
    { code: 'EEXIST' },
  )
})
