import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { addon } from '../../src/addon.js'
import { askDaemon, CONTROL_MS } from '../../src/bridge/client.js'
import { listen } from '../../src/bridge/server.js'
import { callFrame, shortFolder } from './socket-caller.js'

/** The path of a socket whose other end does `answer`. */
async function serve(t: Test, answer: (socket: Socket) => void) {
  const path = join(shortFolder(t), 'socket')
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket.on('error', () => {}))
    answer(socket)
  })
  server.listen(path)
  await once(server, 'listening')
  t.teardown(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return path
}

t.test('a daemon answers in JSON', async t => {
  const path = join(shortFolder(t), 'socket')
  const bridge = await listen(path, {
    trans: () => Promise.reject(new Error('no call')),
    deadlineMs: 1000,
    control: command => ({ command, name: '张' }),
    onError: () => {},
  })
  for (const command of ['status', 'stop'] as const) {
    t.strictSame(await askDaemon(path, command), { command, name: '张' })
  }
  await bridge.close()
  t.equal(await askDaemon(path, 'status'), undefined, 'it is gone')
})

t.test('a socket that nobody serves is no daemon', async t => {
  t.equal(await askDaemon(join(shortFolder(t), 'none'), 'stop'), undefined)
})

t.test('what is no daemon’s answer is an error', async t => {
  const answers = {
    nothing: Buffer.of(),
    'another protocol': Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'),
    'half a frame': control('{}').subarray(0, -1),
    'no JSON': control('{'),
    'another frame': callFrame(),
    'another version': addon.encodeFrame({ kind: 'refusal' }),
  }
  for (const [name, bytes] of Object.entries(answers)) {
    const path = await serve(t, socket => socket.end(bytes))
    await t.rejects(askDaemon(path, 'status'), Error, name)
  }
})

t.test('a daemon that hangs up is an error', async t => {
  const path = await serve(t, socket => socket.destroy())
  await t.rejects(askDaemon(path, 'status'), Error)
})

t.test('a daemon that is silent is waited for, but not for ever', async t => {
  const path = await serve(t, socket => socket.resume())
  const message = `no answer within ${CONTROL_MS} ms`
  await t.rejects(askDaemon(path, 'status'), { message })
})

function control(json: string): Buffer {
  return addon.encodeFrame({ kind: 'control', json: Buffer.from(json) })
}
