import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { mock } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { addon } from '../../src/addon.js'
import {
  type Command,
  type Connected,
  REQUEST_MS,
  serveConnection,
} from '../../src/bridge/connection.js'
import {
  callFrame,
  connectTo,
  exchange,
  framesOf,
  shortFolder,
} from './socket-caller.js'

const REPLY = {
  code: 0,
  returned: Buffer.from('0000'),
  outData: Buffer.from('{"code":0}'),
}

/** The path of a socket that is served so, and what it could not answer. */
async function serve(t: Test, served: Partial<Connected> = {}) {
  const errors: unknown[] = []
  const path = join(shortFolder(t), 'socket')
  const server = createServer(socket =>
    serveConnection(socket, {
      trans: async () => REPLY,
      deadlineMs: 60_000,
      control: () => ({}),
      onError: error => errors.push(error),
      ...served,
    }),
  )
  server.listen(path)
  await once(server, 'listening')
  t.teardown(() => server.close())
  return { path, errors }
}

const control = (json: string) =>
  addon.encodeFrame({ kind: 'control', json: Buffer.from(json) })

t.test('a call is carried out and answered once', async t => {
  const calls: unknown[] = []
  const { path, errors } = await serve(t, {
    trans: async (call, caller) => {
      calls.push({ ...call, caller })
      return REPLY
    },
  })
  const frames = await exchange(path, callFrame({ inData: Buffer.from('张') }))
  t.equal(frames.length, 1)
  t.match(frames, [{ kind: 'reply', returned: REPLY.returned }])
  t.match(calls, [
    {
      url: Buffer.from('https://127.0.0.1/query'),
      inData: Buffer.from('张'),
      charset: 'utf-8',
      deadlineMs: 60_000,
      caller: { door: 'socket', pid: process.pid },
    },
  ])
  t.strictSame(errors, [])
})

t.test('a daemon that takes longer tells the caller to wait', async t => {
  const { path } = await serve(t)
  const [first, second] = await exchange(path, callFrame({ deadlineMs: 1 }))
  t.match(first, { kind: 'wait', deadlineMs: 60_000 })
  t.match(second, { kind: 'reply' })
})

t.test('a frame may come byte by byte', async t => {
  const { path } = await serve(t)
  const socket = await connectTo(path)
  socket.setNoDelay()
  const frames = framesOf(socket)
  for (const byte of callFrame()) {
    socket.write(Buffer.of(byte))
    await new Promise(resolve => setImmediate(resolve))
  }
  t.match(await frames, [{ kind: 'reply' }])
})

t.test('what comes after the frame is not looked at', async t => {
  let calls = 0
  let answer = (_: typeof REPLY) => {}
  const { path } = await serve(t, {
    trans: () => {
      calls++
      return new Promise(resolve => {
        answer = resolve
      })
    },
  })
  const socket = await connectTo(path)
  const frames = framesOf(socket)
  socket.write(callFrame())
  socket.write(callFrame())
  await sleep(20)
  socket.write(callFrame())
  await sleep(20)
  answer(REPLY)
  t.equal((await frames).length, 1)
  t.equal(calls, 1)
})

t.test('a caller who leaves cancels the call, without an error', async t => {
  for (const leave of ['end', 'destroy'] as const) {
    const left: string[] = []
    const { path, errors } = await serve(t, {
      trans: (_call, _caller, callerLeft) =>
        new Promise(resolve => {
          callerLeft.addEventListener('abort', () => {
            left.push(callerLeft.reason)
            resolve(REPLY)
          })
          socket[leave]()
        }),
    })
    const socket = await connectTo(path)
    socket.write(callFrame())
    await once(socket, 'close')
    while (left.length === 0) await sleep(5)
    t.strictSame(left, ['caller-left'], leave)
    t.strictSame(errors, [], leave)
  }
})

t.test('commands are answered', async t => {
  const seen: [Command | undefined, number | undefined][] = []
  const { path } = await serve(t, {
    control: (command, peer) => {
      seen.push([command, peer?.pid])
      return { a: '张' }
    },
  })
  for (const json of [
    '{"command":"status"}',
    '{"command":"stop"}',
    '{"command":"toString"}',
    '{}',
    'null',
    '{',
    '',
  ]) {
    const json_ = Buffer.from('{"a":"张"}')
    t.match(await exchange(path, control(json)), [
      { kind: 'control', json: json_ },
    ])
  }
  const none = [undefined, process.pid]
  t.strictSame(seen, [
    ['status', process.pid],
    ['stop', process.pid],
    ...[none, none, none, none, none],
  ])
})

t.test('another version is told which ones are spoken', async t => {
  const { path } = await serve(t)
  const bytes = callFrame()
  for (let at = 0; at < addon.limits.HEADER_BYTES; at++) {
    const other = Buffer.from(bytes)
    other[at] = 0xee
    if (codeOf(() => addon.decodeFrame(other)) !== 'NEC_BAD_VERSION') continue
    t.match(await exchange(path, other), [
      {
        kind: 'refusal',
        versionMin: addon.limits.VERSION_MIN,
        versionMax: addon.limits.VERSION_MAX,
      },
    ])
    return
  }
  t.fail('no byte of the header is the version')
})

t.test('garbage closes the connection and is told', async t => {
  const { path, errors } = await serve(t)
  const huge = callFrame()
  huge.fill(0xff, 4, addon.limits.HEADER_BYTES)
  for (const bytes of [Buffer.from('GET / HTTP/1.1\r\n\r\n'), huge]) {
    errors.length = 0
    await exchange(path, bytes)
    t.equal(errors.length, 1)
    t.match(errors, [{ code: /^NEC_/ }])
  }
})

t.test('a frame that is no request closes the connection', async t => {
  const { path } = await serve(t)
  for (const frame of [
    { kind: 'reply', ...REPLY },
    { kind: 'wait', deadlineMs: 1 },
  ] as const) {
    t.strictSame(await exchange(path, addon.encodeFrame(frame)), [], frame.kind)
  }
})

t.test('what cannot be answered closes the connection', async t => {
  const long = Buffer.alloc(addon.limits.REPLY_MAX + 1)
  const { path, errors } = await serve(t, {
    trans: async () => ({ ...REPLY, outData: long }),
    control: () => {
      throw new Error('out of the blue')
    },
  })
  t.strictSame(await exchange(path, callFrame()), [])
  t.strictSame(await exchange(path, control('{}')), [])
  t.match(errors, [{ code: 'NEC_TOO_LONG' }, { message: 'out of the blue' }])
})

t.test('half a frame is waited for, but not for ever', async t => {
  mock.timers.enable({ apis: ['setTimeout'] })
  t.teardown(() => mock.timers.reset())
  const { path } = await serve(t)
  const socket = await connectTo(path)
  const frames = framesOf(socket)
  socket.write(callFrame().subarray(0, 5))
  await new Promise(resolve => setImmediate(resolve))
  mock.timers.tick(REQUEST_MS)
  t.strictSame(await frames, [])
})

function codeOf(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return (error as { code: unknown }).code
  }
}
