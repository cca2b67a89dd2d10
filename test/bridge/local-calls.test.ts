import { readFile } from 'node:fs/promises'
import t from 'tap'
import { addon, type LocalCall } from '../../src/addon.js'
import {
  callAddon,
  callLibrary,
  callLibraryHere,
  LOCAL,
  LONG_MS,
  URL,
} from './native-callers.js'

type Answer = (returned: Buffer, outData: Buffer) => void

/** Calls that may wait at once beside libuv's four threads. */
const CALLERS_MAX = 3

/** Far more than the few ms that 8 calls take; a deadlock lasts for ever. */
const NO_DEADLOCK_MS = 3000

const ok = [Buffer.from('0000'), Buffer.from('{"code":0}')] as const

/** Registers a handler that keeps every call waiting, and shows them. */
function holdCalls(): { calls: LocalCall[]; answers: Answer[] } {
  const held = { calls: [] as LocalCall[], answers: [] as Answer[] }
  addon.serveLocalCalls((call, answer) => {
    held.calls.push(call)
    held.answers.push(answer)
  })
  return held
}

/** Lets the event loop turn until `isTrue`. */
async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise(resolve => setImmediate(resolve))
}

t.afterEach(() => addon.stopLocalCalls())

t.test('the library reaches a handler that reads a file', async t => {
  const file = t.testdir({ reply: '{"code":0,"data":{"userName":"张三"}}' })
  const calls: LocalCall[] = []
  addon.serveLocalCalls(async (call, answer) => {
    calls.push(call)
    answer(Buffer.from('0000'), await readFile(`${file}/reply`))
  })
  const { returned, outData } = await callLibrary('{"a":"张"}')
  t.equal(returned, '0000')
  t.strictSame(outData, { code: 0, data: { userName: '张三' } })
  const [call] = calls
  t.match(call, {
    url: Buffer.from(URL),
    inData: Buffer.from('{"a":"张"}'),
    charset: 'utf-8',
  })
  const { DEADLINE_DEFAULT_MS } = addon.limits
  t.ok(call && call.deadlineMs <= DEADLINE_DEFAULT_MS && call.deadlineMs > 0)
})

t.test('8 calls at once do not deadlock on the pool', async t => {
  addon.serveLocalCalls(async (_, answer) => {
    await readFile(process.execPath)
    answer(...ok)
  })
  const started = Date.now()
  const seen = await Promise.all(
    Array.from({ length: 8 }, () => callLibrary('{}')),
  )
  t.ok(Date.now() - started < NO_DEADLOCK_MS)
  const count = (returned: string) =>
    seen.filter(call => call.returned === returned).length
  t.ok(count('0000') >= CALLERS_MAX, 'as many as may wait are answered')
  t.equal(count('0000') + count('-6'), 8, 'the others are told so')
  for (const { returned, outData } of seen) {
    t.equal(Number(returned), outData.code)
  }
})

t.test('every call over the limit is refused, none of the others', async t => {
  const held = holdCalls()
  const waiting = Array.from({ length: CALLERS_MAX }, () =>
    callAddon('{}', LONG_MS),
  )
  await until(() => held.calls.length === CALLERS_MAX)
  t.equal((await callAddon('{}', LONG_MS)).result, LOCAL.TOO_MANY)
  for (const answer of held.answers) answer(...ok)
  for (const call of await Promise.all(waiting)) {
    t.equal(call.result, LOCAL.REPLIED)
  }
  const next = callAddon('{}', LONG_MS)
  await until(() => held.calls.length === CALLERS_MAX + 1)
  held.answers.at(-1)?.(...ok)
  t.equal((await next).result, LOCAL.REPLIED, 'there is room again')
})

t.test('each call gets its own reply, in whatever order', async t => {
  const held = holdCalls()
  const waiting = ['1', '2', '3'].map(inData => callAddon(inData, LONG_MS))
  await until(() => held.calls.length === waiting.length)
  for (const index of [2, 0, 1]) {
    const inData = held.calls[index]?.inData ?? Buffer.of()
    held.answers[index]?.(Buffer.from('0000'), inData)
  }
  for (const [index, { frame }] of (await Promise.all(waiting)).entries()) {
    const outData = Buffer.from(String(index + 1))
    t.match(addon.decodeFrame(frame), { kind: 'reply', outData })
  }
})

t.test('a call on the JavaScript thread is answered at once', async t => {
  const held = holdCalls()
  const { returned, outData } = callLibraryHere('{}')
  t.equal(returned, '-1')
  t.equal(outData.code, -1)
  t.equal(held.calls.length, 0)
})

t.test('stopLocalCalls releases callers that nobody answers', async t => {
  const held = holdCalls()
  const waiting = [callLibrary('{}'), callLibrary('{}')]
  await until(() => held.calls.length === waiting.length)
  addon.stopLocalCalls()
  for (const { returned, outData } of await Promise.all(waiting)) {
    t.equal(returned, '-1')
    t.equal(outData.code, -1)
  }
  t.doesNotThrow(() => held.answers[0]?.(...ok), 'a late answer is ignored')
})

t.test('a call that is stopped before it is delivered is closed', async t => {
  const held = holdCalls()
  const waiting = callAddon('{}', LONG_MS)
  block(100)
  addon.stopLocalCalls()
  t.ok([LOCAL.CLOSED, LOCAL.NOBODY].includes((await waiting).result))
  t.equal(held.calls.length, 0)
})

t.test('a call leaves by its deadline; its late answer is ignored', async t => {
  const held = holdCalls()
  const { result, frame } = await callAddon('{}', 50)
  t.equal(result, LOCAL.TIMED_OUT)
  t.doesNotThrow(() => held.answers[0]?.(...ok))
  t.equal(frame.length, 0, 'nothing was written')
})

t.test('a call that has left is not delivered any more', async t => {
  const held = holdCalls()
  const waiting = callAddon('{}', 20)
  block(200)
  t.equal((await waiting).result, LOCAL.TIMED_OUT)
  t.equal(held.calls.length, 0)
})

t.test('the second answer to a call is ignored', async t => {
  addon.serveLocalCalls((_, answer) => {
    answer(...ok)
    answer(Buffer.from('-1'), Buffer.from('{"code":-1}'))
  })
  t.equal((await callLibrary('{}')).returned, '0000')
})

t.test('an answer that cannot be sent throws, the next one counts', async t => {
  const held = holdCalls()
  const waiting = callLibrary('{}')
  await until(() => held.calls.length === 1)
  const answer = held.answers[0] as Answer
  const tooLong = Buffer.alloc(addon.limits.REPLY_MAX + 1)
  t.throws(() => answer(tooLong, ok[1]), { code: 'NEC_TOO_LONG' })
  t.throws(() => answer(ok[0], tooLong), { code: 'NEC_TOO_LONG' })
  t.throws(() => answer('0000' as never, ok[1]), TypeError)
  t.throws(() => answer(ok[0], undefined as never), TypeError)
  answer(...ok)
  t.equal((await waiting).returned, '0000')
})

t.test('one handler a process', async t => {
  holdCalls()
  t.throws(holdCalls, /served in this process already/)
  t.throws(() => addon.serveLocalCalls('handler' as never), TypeError)
})

t.test('nobody answers after a stop, and serving again works', async t => {
  t.equal((await callAddon('{}', LONG_MS)).result, LOCAL.NOBODY)
  for (let round = 0; round < 20; round++) {
    addon.serveLocalCalls((_, answer) => answer(...ok))
    t.equal((await callAddon('{}', LONG_MS)).result, LOCAL.REPLIED)
    addon.stopLocalCalls()
    addon.stopLocalCalls()
    t.equal((await callAddon('{}', LONG_MS)).result, LOCAL.NOBODY)
  }
})

t.test('stopping and serving amid calls loses none of them', async t => {
  const results = new Set<number>()
  for (let round = 0; round < 50; round++) {
    addon.serveLocalCalls((_, answer) => setImmediate(answer, ...ok))
    const calls = Array.from({ length: 8 }, () => callAddon('{}', LONG_MS))
    for (let turn = 0; turn < round % 5; turn++) {
      await new Promise(resolve => setImmediate(resolve))
    }
    addon.stopLocalCalls()
    for (const { result } of await Promise.all(calls)) results.add(result)
  }
  t.notOk(results.has(LOCAL.TIMED_OUT))
  t.notOk(results.has(LOCAL.OWN_THREAD))
})

/** Keeps the JavaScript thread busy. */
function block(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}
