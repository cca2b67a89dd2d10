import t from 'tap'
import type { PlatformReply, Target } from '../../src/call/rooms.js'
import { send } from '../../src/call/send.js'
import { Failure } from '../../src/failure.js'
import { REPLY } from './fake-rooms.js'

const never = new AbortController().signal
const cut = new Failure('platform-cut', { origin: 'https://127.0.0.1' })

/** A platform that does these things, one after the other. */
function platform(...outcomes: (PlatformReply | unknown)[]) {
  const bodies: object[] = []
  const target: Target = {
    url: new URL('https://127.0.0.1/query'),
    async post(body) {
      bodies.push(body)
      const outcome = outcomes.shift()
      if (outcome === REPLY) return REPLY
      throw outcome
    },
  }
  return { target, bodies }
}

t.test('an answer is an answer', async t => {
  const { target, bodies } = platform(REPLY)
  const sent = await send(target, { a: 1 }, true, never)
  t.strictSame(sent, { reply: REPLY, repeated: false })
  t.strictSame(bodies, [{ a: 1 }])
})

t.test('what may be repeated is sent again when it was cut', async t => {
  const { target, bodies } = platform(cut, REPLY)
  const sent = await send(target, { a: 1 }, true, never)
  t.strictSame(sent, { reply: REPLY, repeated: true })
  t.strictSame(bodies, [{ a: 1 }, { a: 1 }])
})

t.test('once more, and not forever', async t => {
  const { target, bodies } = platform(cut, cut, REPLY)
  await t.rejects(send(target, {}, true, never), {
    symbol: 'platform-cut',
    code: -1,
  })
  t.equal(bodies.length, 2)
})

t.test('what may have been done is not done again', async t => {
  const { target, bodies } = platform(cut, REPLY)
  await t.rejects(send(target, {}, false, never), {
    symbol: 'platform-cut',
    code: -1,
  })
  t.equal(bodies.length, 1)
})

t.test('no other failure is tried again', async t => {
  for (const failure of [
    new Failure('platform-unreachable', { origin: 'x', reason: 'x' }),
    new Failure('platform-http', { origin: 'x', status: 500 }),
    new Error('out of the blue'),
  ]) {
    const { target, bodies } = platform(failure, REPLY)
    await t.rejects(send(target, {}, true, never), failure)
    t.equal(bodies.length, 1)
  }
})
