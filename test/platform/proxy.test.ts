import { createServer as createHttpServer, type Server } from 'node:http'
import { connect } from 'node:net'
import t, { type Test } from 'tap'
import { createPlatformClient } from '../../src/platform/client.js'
import { PROXY_REFUSED } from '../../src/platform/proxy.js'
import { listen, startFake } from './fake-platform.js'

const never = new AbortController().signal

/** A proxy that notes where it was asked to connect. */
async function startProxy(t: Test, status = 200) {
  const asked: string[] = []
  const server: Server = createHttpServer()
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '')
    if (status !== 200) return socket.end(`HTTP/1.1 ${status} No\r\n\r\n`)
    const { hostname, port } = new URL(`http://${request.url}`)
    const host = hostname.replace(/^\[|\]$/g, '')
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      socket.pipe(onward).pipe(socket)
    })
    onward.on('error', () => socket.destroy())
    socket.on('error', () => onward.destroy())
    t.teardown(() => onward.destroy())
  })
  return { url: `http://127.0.0.1:${await listen(t, server)}`, asked }
}

async function postThrough(t: Test, proxy: string, plain = false) {
  const fake = await startFake(t, (_, response) => response.end('{"code":7}'), {
    plain,
  })
  const client = createPlatformClient(() => [{ ...fake.allowed, proxy }])
  t.teardown(() => client.close())
  const posted = client.target(fake.url).post({}, never)
  return { fake, result: await posted.catch(failure => failure) }
}

t.test('a request goes through the proxy, its certificate checked', async t => {
  const proxy = await startProxy(t)
  const { fake, result } = await postThrough(t, proxy.url)
  t.match(result, { code: 7 })
  t.strictSame(proxy.asked, [new URL(fake.url).host])
  const pin = Array(32).fill('AB').join(':')
  const client = createPlatformClient(() => [
    { ...fake.allowed, pin, proxy: proxy.url },
  ])
  t.teardown(() => client.close())
  await t.rejects(client.target(fake.url).post({}, never), {
    symbol: 'platform-untrusted',
    code: -1,
  })
})

t.test('plain http goes through it as well', async t => {
  const proxy = await startProxy(t)
  t.match((await postThrough(t, proxy.url, true)).result, { code: 7 })
})

t.test('a proxy that refuses is named, nothing was sent', async t => {
  for (const status of [403, 407, 502]) {
    const proxy = await startProxy(t, status)
    const { fake, result } = await postThrough(t, proxy.url)
    const parameters = { reason: PROXY_REFUSED }
    t.match(result, { symbol: 'proxy-refused', code: -1, parameters })
    t.strictSame(fake.bodies, [])
  }
})

t.test('a proxy that is not there', async t => {
  const proxy = createHttpServer()
  const url = `http://127.0.0.1:${await listen(t, proxy)}`
  await new Promise(resolve => proxy.close(resolve))
  const { result } = await postThrough(t, url)
  t.match(result, { symbol: 'platform-unreachable', code: -1 })
})
