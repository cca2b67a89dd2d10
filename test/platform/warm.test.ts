import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { request } from 'undici'
import { createPlatformClient } from '../../src/platform/client.js'
import { connectionsTo, connectorTo } from '../../src/platform/trust.js'
import { keepWarm } from '../../src/platform/warm.js'
import { startFake } from './fake-platform.js'

const never = new AbortController().signal

async function start(t: Test) {
  const fake = await startFake(t, (_, response) => response.end('{"code":7}'))
  const connector = keepWarm(connectorTo(fake.allowed))
  const dispatcher = connectionsTo(fake.allowed, connector.connect)
  t.teardown(async () => {
    connector.close()
    await dispatcher.destroy()
  })
  const ask = async () => {
    const { body } = await request(fake.url, { dispatcher })
    return body.text()
  }
  return { fake, connector, ask, url: new URL(fake.url) }
}

/** Until there have been so many connections, and a moment more. */
async function settle(connections: () => number, count: number) {
  const end = Date.now() + 5000
  while (connections() < count && Date.now() < end) await sleep(1)
  await sleep(20)
}

t.test('the connection is there before the request', async t => {
  const { fake, connector, ask, url } = await start(t)
  connector.warm(url)
  await settle(fake.connections, 1)
  t.strictSame(fake.bodies, [], 'nothing was sent')
  await ask()
  t.equal(fake.connections(), 1)
})

t.test('a request does not wait for two connections', async t => {
  const { fake, connector, ask, url } = await start(t)
  connector.warm(url)
  connector.warm(url)
  await ask()
  await sleep(20)
  t.equal(fake.connections(), 1)
  connector.warm(url)
  await ask()
  await sleep(20)
  t.equal(fake.connections(), 1, 'the open one is used again')
})

t.test('a connection that the platform closed is made anew', async t => {
  const sockets: { destroy(): void }[] = []
  const { fake, connector, ask, url } = await start(t)
  fake.server.on('secureConnection', socket => sockets.push(socket))
  connector.warm(url)
  await settle(fake.connections, 1)
  for (const socket of sockets) socket.destroy()
  await sleep(20)
  t.equal(await ask(), '{"code":7}')
  t.equal(fake.connections(), 2)
  t.equal(fake.bodies.length, 1)
})

t.test('a connection that fails shows when it is used', async t => {
  const { fake, connector } = await start(t)
  const untrusted = createPlatformClient(() => [{ ...fake.allowed, pin: '' }])
  t.teardown(() => untrusted.close())
  const target = untrusted.target(fake.url)
  await settle(fake.connections, 1)
  await t.rejects(target.post({}, never), {
    symbol: 'platform-untrusted',
    code: -1,
  })
  connector.close()
})

t.test('what nobody uses is closed', async t => {
  const { fake, connector, url } = await start(t)
  connector.warm(url)
  await settle(fake.connections, 1)
  connector.close()
  await sleep(50)
  const open = await new Promise<number>(resolve =>
    fake.server.getConnections((_, count) => resolve(count)),
  )
  t.equal(open, 0)
})
