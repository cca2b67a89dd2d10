import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { connect, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { encodeText } from '../../src/charset.js'
import {
  createPlatformClient,
  type PlatformClient,
} from '../../src/platform/client.js'
import type { AllowedPlatform } from '../../src/platform/targets.js'
import { ANSWER_BYTES_MAX } from '../../src/platform/trust.js'
import { listen, startFake } from './fake-platform.js'

const person = { code: 0, message: '成功', data: { userName: '张三' } }
const never = new AbortController().signal

function clientOf(t: Test, ...allowed: AllowedPlatform[]): PlatformClient {
  const client = createPlatformClient(() => allowed)
  t.teardown(() => client.close())
  return client
}

/** Posts once to a platform that does this. */
async function postTo(t: Test, answer: RequestListener) {
  const fake = await startFake(t, answer)
  const target = clientOf(t, fake.allowed).target(`${fake.url}query`)
  return { fake, reply: target.post({ orgId: '张' }, never) }
}

const send: (text: string | Buffer, status?: number) => RequestListener =
  (text, status = 200) =>
  (_, response) =>
    response.writeHead(status).end(text)

t.test('a request is posted as JSON in UTF-8', async t => {
  let seen: unknown
  const { fake, reply } = await postTo(t, (request, response) => {
    const { method, url, headers } = request
    seen = { method, url, type: headers['content-type'] }
    response.end(JSON.stringify(person))
  })
  t.strictSame(await reply, person)
  const type = 'application/json; charset=utf-8'
  t.strictSame(seen, { method: 'POST', url: '/query', type })
  t.strictSame(fake.bodies, ['{"orgId":"张"}'])
})

t.test('each kind of answer', async t => {
  const long = Buffer.alloc(10 * ANSWER_BYTES_MAX, ' ')
  const code = JSON.stringify({ code: 500001, message: 'x', data: {} })
  const cases: [string, RequestListener, object][] = [
    ['HTML', send('<html>'), { symbol: 'platform-not-json' }],
    ['nothing', send(''), { symbol: 'platform-not-json' }],
    ['500', send('<html>', 500), { symbol: 'platform-http' }],
    ['404 with a person', send('{"code":0}', 404), { symbol: 'platform-http' }],
    ['10 MB', send(long), { symbol: 'platform-too-long' }],
    [
      'no text',
      send(Buffer.from('ff', 'hex')),
      { symbol: 'platform-not-json' },
    ],
    ['refusal', send('{"code":0}'), { symbol: 'platform-refused' }],
    ['500 with a code', send(code, 500), { code: 500001, data: {} }],
    ['GB18030', send(encodeText(JSON.stringify(person), 'gb18030')), person],
    ['a mark', send(`\ufeff${JSON.stringify(person)}`), person],
  ]
  for (const [name, answer, expected] of cases) {
    const { fake, reply } = await postTo(t, answer)
    t.match(await reply.catch(failure => failure), expected, name)
    t.equal(fake.bodies.length, 1, `${name}: asked once`)
  }
})

t.test('a redirect is not followed', async t => {
  const elsewhere = await startFake(t, send(JSON.stringify(person)))
  const { reply } = await postTo(t, (_, response) => {
    response.writeHead(307, { location: elsewhere.url }).end()
  })
  const parameters = { status: 307 }
  await t.rejects(reply, { symbol: 'platform-http', code: -1, parameters })
  t.strictSame(elsewhere.bodies, [])
})

t.test('an answer that is cut, wherever, is asked for once', async t => {
  const half = JSON.stringify(person).slice(0, 10)
  const cuts: Record<string, RequestListener> = {
    'before the head': request => request.socket.destroy(),
    'in the head': request => request.socket.end('HTTP/1.1 200 OK\r\ncont'),
    'in the body': (request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write(half)
      setTimeout(() => request.socket.destroy(), 5)
    },
    'in a chunk': (request, response) => {
      response.writeHead(200).write(half)
      setTimeout(() => request.socket.destroy(), 5)
    },
  }
  for (const [name, answer] of Object.entries(cuts)) {
    const { fake, reply } = await postTo(t, answer)
    const failure = await reply.catch(failure => failure)
    t.match(failure, { symbol: 'platform-cut', code: -1 }, name)
    await sleep(20)
    t.equal(fake.bodies.length, 1, name)
  }
})

t.test('nobody there', async t => {
  const server = createServer()
  const port = await listen(t, server)
  server.close()
  await once(server, 'close')
  const url = `https://127.0.0.1:${port}/`
  const client = clientOf(t, { url, pin: '', caFile: '' })
  await t.rejects(client.target(url).post({}, never), {
    symbol: 'platform-unreachable',
    code: -1,
    parameters: { origin: `https://127.0.0.1:${port}`, reason: 'ECONNREFUSED' },
  })
})

t.test('a certificate that is not to be trusted', async t => {
  const fake = await startFake(t, send(JSON.stringify(person)))
  const { url } = fake
  const other = await startFake(t, send(''), { ip: '127.0.0.2' })
  const pin = Array(32).fill('AB').join(':')
  const untrusted: Record<string, AllowedPlatform> = {
    'another pin': { url, pin, caFile: '' },
    'no authority': { url, pin: '', caFile: '' },
    'another authority': { url, pin: '', caFile: other.caFile },
    'another host': { url: other.url, pin: '', caFile: other.caFile },
  }
  for (const [name, platform] of Object.entries(untrusted)) {
    const target = clientOf(t, platform).target(platform.url)
    const failure = await target.post({}, never).catch(failure => failure)
    t.match(failure, { symbol: 'platform-untrusted', code: -1 }, name)
  }
  t.strictSame(fake.bodies, [], 'nothing was sent')
  const target = clientOf(t, { ...fake, pin: '' }).target(url)
  t.strictSame(await target.post({}, never), person, 'ca_file')
})

t.test('plain http, where it is allowed by name', async t => {
  const plain = { plain: true }
  const fake = await startFake(t, send(JSON.stringify(person)), plain)
  const target = clientOf(t, fake.allowed).target(fake.url)
  t.strictSame(await target.post({}, never), person)
})

t.test('a platform that hangs is left when the call is over', async t => {
  const arrived: Record<string, (hang: () => void) => RequestListener> = {
    'before the head': hang => () => hang(),
    'in the body': hang => (_, response) => {
      response.writeHead(200).write('{')
      hang()
    },
  }
  for (const [name, answer] of Object.entries(arrived)) {
    for (const reason of ['deadline', 'caller-left']) {
      const call = new AbortController()
      const hang = () => setTimeout(() => call.abort(reason), 10)
      const fake = await startFake(t, answer(hang))
      const target = clientOf(t, fake.allowed).target(fake.url)
      const ended = await target.post({}, call.signal).catch(reason => reason)
      t.equal(ended, reason, name)
      t.equal(fake.bodies.length, 1, name)
    }
  }
})

t.test('a call that ends while it connects sends nothing later', async t => {
  const fake = await startFake(t, send(JSON.stringify(person)))
  const slow = createServer()
  const url = `https://127.0.0.1:${await listen(t, slow)}/`
  const call = new AbortController()
  slow.on('connection', async socket => {
    call.abort('deadline')
    await sleep(10)
    const onward = connect(Number(new URL(fake.url).port), '127.0.0.1')
    socket.pipe(onward).pipe(socket)
    t.teardown(() => onward.destroy())
  })
  const target = clientOf(t, { ...fake.allowed, url }).target(url)
  const ended = await target.post({}, call.signal).catch(reason => reason)
  t.equal(ended, 'deadline')
  await sleep(50)
  t.equal(fake.connections(), 1, 'it did connect')
  t.strictSame(fake.bodies, [])
})

t.test('a call that is over sends nothing', async t => {
  const fake = await startFake(t, send(JSON.stringify(person)))
  const target = clientOf(t, fake.allowed).target(fake.url)
  const posted = target.post({}, AbortSignal.abort('stopping'))
  t.equal(await posted.catch(reason => reason), 'stopping')
  t.strictSame(fake.bodies, [])
})

t.test('a connection is kept for the next call', async t => {
  const fake = await startFake(t, send(JSON.stringify(person)))
  const client = clientOf(t, fake.allowed)
  for (const path of ['a', 'b', 'c']) {
    await client.target(fake.url + path).post({}, never)
    await sleep(5)
  }
  t.equal(fake.bodies.length, 3)
  t.equal(fake.connections(), 1)
})

t.test('a kept connection that fails costs one call, sent once', async t => {
  let calls = 0
  const fake = await startFake(t, (request, response) => {
    calls += 1
    if (calls === 2) request.socket.destroy()
    else response.end(JSON.stringify(person))
  })
  const target = clientOf(t, fake.allowed).target(fake.url)
  await target.post({ call: 1 }, never)
  await t.rejects(target.post({ call: 2 }, never), {
    symbol: 'platform-cut',
    code: -1,
  })
  t.strictSame(await target.post({ call: 3 }, never), person)
  t.strictSame(fake.bodies, ['{"call":1}', '{"call":2}', '{"call":3}'])
})

t.test('many calls at once each get their own answer', async t => {
  const fake = await startFake(t, (request, response) => {
    const code = Number(request.url?.slice(1))
    setTimeout(() => response.end(JSON.stringify({ code })), 20 - code)
  })
  const client = clientOf(t, fake.allowed)
  const codes = Array.from({ length: 20 }, (_, index) => index + 1)
  const replies = codes.map(async code =>
    client.target(fake.url + code).post({}, new AbortController().signal),
  )
  const seen = (await Promise.all(replies)).map(({ code }) => code)
  t.strictSame(seen, codes)
})

t.test('the allow list is asked for at each call', async t => {
  const fake = await startFake(t, send(JSON.stringify(person)))
  const list: AllowedPlatform[] = []
  const client = createPlatformClient(() => list)
  t.teardown(() => client.close())
  const failure = { symbol: 'url-not-allowed', code: -5 }
  t.throws(() => client.target(fake.url), failure)
  list.push(fake.allowed)
  t.strictSame(await client.target(fake.url).post({}, never), person)
  list.pop()
  t.throws(() => client.target(fake.url), failure)
})

t.test('no message holds what was sent or answered', async t => {
  const { reply } = await postTo(t, send('{"code":0,"secret":"张三"}'))
  const failure = await reply.catch(failure => failure)
  t.notMatch(failure.message, /secret|张/)
})
