import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { open } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import t from 'tap'
import { addon, type Frame, type OutgoingFrame } from '../src/addon.js'

const { limits, decodeFrame, encodeFrame, peerCredentials } = addon

/** Each kind of frame with its bytes: a change here breaks compatibility. */
const golden: Record<Frame['kind'], [OutgoingFrame, string]> = {
  call: [
    {
      kind: 'call',
      deadlineMs: 60000,
      url: Buffer.from('https'),
      inData: Buffer.from('{}'),
    },
    '4e454354010101000b00000060ea000005000000' + '6874747073' + '7b7d',
  ],
  reply: [
    {
      kind: 'reply',
      returned: Buffer.from('0000'),
      outData: Buffer.from('{"code":0}'),
    },
    '4e454354010102001200000000000000' +
      '04000000' +
      '30303030' +
      '7b22636f6465223a307d',
  ],
  wait: [
    { kind: 'wait', deadlineMs: 600000 },
    '4e4543540101030000000000c0270900',
  ],
  control: [
    { kind: 'control', json: Buffer.from('{"stop":1}') },
    '4e454354010104000a00000000000000' + '7b2273746f70223a317d',
  ],
  refusal: [{ kind: 'refusal' }, '4e454354010105000000000000000000'],
}

function hex(...parts: string[]): Buffer {
  return Buffer.from(parts.join(''), 'hex')
}

/** What a decoded frame has beyond what was encoded. */
function decoded(frame: OutgoingFrame, total: number): Frame {
  if (frame.kind === 'call') return { ...frame, total, charset: 'ascii' }
  if (frame.kind !== 'refusal') return { ...frame, total }
  return { ...frame, total, versionMin: 1, versionMax: 1 }
}

t.test('the limits are those of wire.h', async t => {
  t.strictSame(limits, {
    VERSION_MIN: 1,
    VERSION_MAX: 1,
    HEADER_BYTES: 16,
    URL_MAX: 2048,
    INDATA_MAX: 524288,
    REPLY_MAX: 20480,
    CONTROL_MAX: 65536,
    DEADLINE_DEFAULT_MS: 60000,
    DEADLINE_MAX_MS: 600000,
  })
  t.ok(Object.isFrozen(limits))
})

for (const [kind, [frame, bytes]] of Object.entries(golden)) {
  t.test(`a ${kind} frame is its golden bytes, both ways`, async t => {
    t.equal(encodeFrame(frame).toString('hex'), bytes)
    t.strictSame(decodeFrame(hex(bytes)), decoded(frame, bytes.length / 2))
  })

  t.test(`a ${kind} frame is undefined until its last byte`, async t => {
    const whole = hex(bytes)
    for (let length = 0; length < whole.length; length++) {
      t.equal(decodeFrame(whole.subarray(0, length)), undefined)
    }
  })

  t.test(`a ${kind} frame ends where the next begins`, async t => {
    const both = Buffer.concat([hex(bytes), hex(golden.wait[1])])
    const first = decodeFrame(both)
    t.equal(first?.total, bytes.length / 2)
    t.equal(decodeFrame(both.subarray(first?.total))?.kind, 'wait')
  })
}

t.test('the longest pieces pass, a byte more does not', async t => {
  const url = randomBytes(limits.URL_MAX)
  const inData = randomBytes(limits.INDATA_MAX)
  const reply = randomBytes(limits.REPLY_MAX)
  const control = randomBytes(limits.CONTROL_MAX)
  const longer = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(1)])
  const call = { kind: 'call', deadlineMs: 1 } as const
  const longest: OutgoingFrame[] = [
    { ...call, url, inData },
    { kind: 'reply', returned: reply, outData: reply },
    { kind: 'control', json: control },
  ]
  for (const frame of longest) {
    t.match(decodeFrame(encodeFrame(frame)), { ...frame })
  }
  const tooLong: OutgoingFrame[] = [
    { ...call, url: longer(url), inData },
    { ...call, url, inData: longer(inData) },
    { ...call, url, inData: Buffer.alloc(2 ** 24) },
    { kind: 'reply', returned: longer(reply), outData: reply },
    { kind: 'reply', returned: reply, outData: longer(reply) },
    { kind: 'control', json: longer(control) },
  ]
  for (const frame of tooLong) {
    t.throws(() => encodeFrame(frame), { code: 'NEC_TOO_LONG' })
  }
})

t.test('what is no frame throws its code', async t => {
  const head = '4e4543540101'
  const cases: [string, string, Buffer][] = [
    ['HTTP', 'NEC_BAD_MAGIC', Buffer.from('GET / HTTP/1.1\r\n')],
    ['its first byte', 'NEC_BAD_MAGIC', Buffer.from('G')],
    ['kind 0', 'NEC_BAD_KIND', hex(head, '0000')],
    ['kind 6', 'NEC_BAD_KIND', hex(head, '0600')],
    ['an endless call', 'NEC_TOO_LONG', hex(head, '0100', 'ffffffff')],
    [
      'a call shorter than its strUrl',
      'NEC_BAD_LENGTH',
      hex(head, '0100', '06000000', '00000000', '03000000', '6161'),
    ],
  ]
  for (const [name, code, bytes] of cases) {
    t.throws(() => decodeFrame(bytes), { code }, name)
  }
})

t.test('a peer of other versions is told with its range', async t => {
  t.throws(() => decodeFrame(hex('4e454354', '0203')), {
    code: 'NEC_BAD_VERSION',
    versionMin: 2,
    versionMax: 3,
  })
})

t.test('the charset of a call is told from its InData', async t => {
  const charset = (inData: Buffer) => {
    const frame = decodeFrame(
      encodeFrame({ kind: 'call', deadlineMs: 1, url: Buffer.of(), inData }),
    )
    return frame?.kind === 'call' && frame.charset
  }
  t.equal(charset(Buffer.from('{}')), 'ascii')
  t.equal(charset(Buffer.from('{"a":"张"}')), 'utf-8')
  t.equal(charset(hex('7b2261223a22', 'd5c5', '227d')), 'gb18030')
})

t.test('a decoded frame is a copy', async t => {
  const bytes = hex(golden.control[1])
  const frame = decodeFrame(bytes)
  bytes.fill(0)
  t.match(frame, { json: Buffer.from('{"stop":1}') })
})

t.test('arguments of other types are a TypeError', async t => {
  const wrong = (call: unknown) => call as never
  const { call, reply } = { call: golden.call[0], reply: golden.reply[0] }
  for (const bytes of [undefined, 'NECT', new Uint16Array(8), {}]) {
    t.throws(() => decodeFrame(wrong(bytes)), TypeError)
  }
  const frames = [
    undefined,
    {},
    { kind: 'calls' },
    { kind: 1 },
    { ...call, deadlineMs: '1' },
    { ...call, deadlineMs: -1 },
    { ...call, deadlineMs: 1.5 },
    { ...call, deadlineMs: Number.NaN },
    { ...call, deadlineMs: 2 ** 32 },
    { ...call, url: 'https' },
    { ...reply, outData: undefined },
  ]
  for (const frame of frames) {
    t.throws(() => encodeFrame(wrong(frame)), TypeError)
  }
  t.throws(() => peerCredentials(wrong('3')), TypeError)
})

t.test('the peer of a Unix socket is known', async t => {
  const path = join(t.testdir(), 'socket')
  const server = createServer().listen(path)
  await once(server, 'listening')
  const [accepted, socket] = await Promise.all([
    once(server, 'connection').then(([socket]: Socket[]) => socket),
    connect(path),
  ])
  t.strictSame(peerCredentials(descriptor(accepted)), {
    pid: process.pid,
    uid: process.getuid?.(),
    gid: process.getgid?.(),
  })
  socket.destroy()
  await closed(server)
})

t.test('what is no socket has no peer', async t => {
  const file = await open(process.execPath)
  t.throws(() => peerCredentials(file.fd), { code: 'ENOTSOCK' })
  await file.close()
  t.throws(() => peerCredentials(-1), { code: 'EBADF' })
})

/** Node tells the descriptor of a socket only here. */
function descriptor(socket: unknown): number {
  return (socket as { _handle: { fd: number } })._handle.fd
}

function closed(server: Server): Promise<unknown> {
  server.close()
  return once(server, 'close')
}
