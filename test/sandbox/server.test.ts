import { request as plainRequest } from 'node:http'
import { connect } from 'node:tls'
import iconv from 'iconv-lite'
import t, { type Test } from 'tap'
import {
  makeCertificate,
  withFingerprint,
} from '../../src/sandbox/certificate.js'
import { BODY_BYTES_MAX, createServer } from '../../src/sandbox/server.js'
import { QUERY, queryFor, type Reply, startHarness } from './harness.js'

function isRefusal(t: Test, reply: Reply, status: number, code: number) {
  t.equal(reply.type, 'application/json; charset=utf-8')
  t.equal(reply.status, status)
  t.match(reply.json, { code, success: false, message: /：/ })
}

t.test('a body that is not JSON is -2', async t => {
  const { post } = await startHarness(t)
  for (const body of ['', '{', 'a=b', '{"orgId":"1",}', '<html></html>'])
    isRefusal(t, await post(QUERY, body), 400, -2)
})

t.test('JSON that is no object is -2', async t => {
  const { post } = await startHarness(t)
  for (const body of ['null', '[]', '1', '"x"'])
    isRefusal(t, await post(QUERY, body), 200, -2)
})

t.test('a body in GB18030 is -2 and says UTF-8', async t => {
  const { post } = await startHarness(t)
  const body = iconv.encode(JSON.stringify(queryFor('1')), 'gb18030')
  const reply = await post(QUERY, body)
  isRefusal(t, reply, 400, -2)
  t.match(reply.json.message, 'UTF-8')
})

t.test('a UTF-8 body with a byte order mark is read', async t => {
  const { sandbox, post } = await startHarness(t)
  const body = `\ufeff${JSON.stringify(queryFor(await sandbox.issueCode('zhang')))}`
  t.equal((await post(QUERY, body)).json.code, 0)
})

t.test('another content type is -2', async t => {
  const { post } = await startHarness(t)
  for (const type of ['text/plain', 'application/x-www-form-urlencoded'])
    isRefusal(t, await post(QUERY, '{}', type), 415, -2)
})

t.test('a charset behind the content type is let through', async t => {
  const { post } = await startHarness(t)
  const type = 'application/json;charset=UTF-8'
  t.equal((await post(QUERY, queryFor('1'), type)).json.code, 500159)
})

t.test('a body over the limit is -2, one below is read', async t => {
  const { post } = await startHarness(t)
  const filled = Buffer.alloc(BODY_BYTES_MAX + 1, ' ')
  filled.write(JSON.stringify(queryFor('1')))
  const longest = filled.subarray(0, BODY_BYTES_MAX)
  t.equal((await post(QUERY, longest)).json.code, 500159)
  isRefusal(t, await post(QUERY, filled), 413, -2)
})

t.test('an unknown address is -5', async t => {
  const { get, post } = await startHarness(t)
  isRefusal(t, await post('/nowhere', {}), 404, -5)
  isRefusal(t, await post(`${QUERY}/more`, {}), 404, -5)
  isRefusal(t, await get(QUERY), 404, -5)
  isRefusal(t, await get('/nothing'), 404, -5)
})

t.test('an address that is no address is JSON as well', async t => {
  const { get } = await startHarness(t)
  isRefusal(t, await get('/sandbox/%zz'), 400, -2)
})

t.test('plain HTTP gets no answer', async t => {
  const { sandbox } = await startHarness(t)
  const { port } = new URL(sandbox.url)
  const failed = await new Promise<NodeJS.ErrnoException>(resolve => {
    plainRequest({ host: '127.0.0.1', port }).on('error', resolve).end()
  })
  t.equal(failed.code, 'ECONNRESET')
})

t.test('TLS 1.1 is refused, TLS 1.2 is not', async t => {
  const { sandbox } = await startHarness(t)
  const port = Number(new URL(sandbox.url).port)
  const shake = (version: 'TLSv1.1' | 'TLSv1.2') =>
    new Promise<string | null>(resolve => {
      const socket = connect({
        port,
        host: '127.0.0.1',
        minVersion: version,
        maxVersion: version,
        ciphers: 'DEFAULT@SECLEVEL=0',
        rejectUnauthorized: false,
      })
      socket.on('secureConnect', () => {
        resolve(socket.getProtocol())
        socket.destroy()
      })
      socket.on('error', () => resolve(null))
    })
  t.equal(await shake('TLSv1.1'), null)
  t.equal(await shake('TLSv1.2'), 'TLSv1.2')
})

t.test('who directs the sandbox reads what is wrong in English', async t => {
  const { send } = await startHarness(t)
  const ask = async (path: string, method: string, body = '', more = {}) => {
    const headers = { 'accept-language': 'en', ...more }
    const options = { method, headers, ...(body && { body }) }
    const { status, json } = await send(path, options)
    return [status, json.code, json.message]
  }
  const json = { 'content-type': 'application/json' }
  const long = ' '.repeat(BODY_BYTES_MAX + 1)
  for (const [answer, status, code, sentence] of [
    [await ask('/sandbox/nothing', 'GET'), 404, -5, /^no such address/],
    [await ask('/sandbox/faults', 'POST', '{', json), 400, -2, /^the body is/],
    [await ask('/sandbox/faults', 'POST', long, json), 413, -2, /longer than/],
    [
      await ask('/sandbox/faults', 'POST', '{}', { 'content-type': 'a/b' }),
      ...([415, -2, /^Content-Type is not/] as const),
    ],
    [
      await ask('/sandbox/faults', 'POST', '{}', { ...json, origin: 'null' }),
      ...([403, -4, /another origin/] as const),
    ],
    [await ask('/console/qr', 'GET'), 400, -2, /512/],
  ] as const) {
    t.strictSame(answer.slice(0, 2), [status, code])
    t.match(answer[2], sentence)
    t.notMatch(answer[2], /\p{Script=Han}/u)
  }
  const [, , platforms] = await ask('/nothing', 'GET')
  t.match(platforms, /：/, 'platforms speak Chinese')
  const [, , body] = await ask(QUERY, 'POST', '{', json)
  t.match(body, /：/)
})

t.test('without a body its type does not matter, but to platforms', async t => {
  const { send, post } = await startHarness(t)
  const headers = { 'content-type': 'application/json' }
  await post('/sandbox/faults', { fault: { code: -6 } })
  const removed = await send('/sandbox/faults/1', { method: 'DELETE', headers })
  t.match(removed, { status: 200, json: { id: 1 } })
  for (const [method, path] of [
    ['DELETE', '/sandbox/faults'],
    ['DELETE', '/sandbox/people/zhang/channels/wallet'],
    ['POST', '/sandbox/reset'],
    ['POST', '/sandbox/codes'],
  ] as const)
    t.equal((await send(path, { method, headers })).status, 200, path)
  const nothing = await send('/sandbox/faults', { method: 'POST', headers })
  t.match(nothing, { status: 400, json: { code: -2 } })
  isRefusal(t, await post(QUERY, ''), 400, -2)
})

t.test('a route with a schema brings the compiler of it', async t => {
  const now = Date.now()
  const certificate = await makeCertificate({
    notBefore: now,
    notAfter: now + 1,
  })
  const server = createServer(withFingerprint(certificate))
  server.post('/', { schema: { body: { type: 'object' } } }, () => '')
  const ready = async () => void (await server.ready())
  await t.rejects(ready, /has no compiler for it/)
})
