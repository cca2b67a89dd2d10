import { getEventListeners, once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { DELIVERY_MS, startDeadline } from '../../src/call/deadline.js'

/** Far later than any timer here. */
const LONG_MS = 60_000

t.test('it ends by itself, before the time that is left is over', async t => {
  for (const ms of [20, DELIVERY_MS + 20]) {
    const deadline = startDeadline(ms)
    const started = performance.now()
    await t.rejects(deadline.ended.catch(rethrow), { message: 'deadline' })
    t.equal(deadline.signal.reason, 'deadline')
    const took = performance.now() - started
    t.ok(took > 5 && took < 2000, `${ms}: ${took}`)
  }
})

t.test('the others end it, each with its own reason', async t => {
  for (const reason of ['caller-left', 'stopping']) {
    const other = new AbortController()
    const deadline = startDeadline(LONG_MS, AbortSignal.any([]), other.signal)
    t.notOk(deadline.signal.aborted)
    other.abort(reason)
    await t.rejects(deadline.ended.catch(rethrow), { message: reason })
    t.equal(deadline.signal.reason, reason)
    deadline.stop()
  }
})

t.test('one that ended before it began ends it at once', async t => {
  const deadline = startDeadline(LONG_MS, AbortSignal.abort('stopping'))
  t.ok(deadline.signal.aborted)
  await t.rejects(deadline.ended.catch(rethrow), { message: 'stopping' })
  deadline.stop()
})

t.test('the first reason stays', async t => {
  const other = new AbortController()
  const deadline = startDeadline(20, other.signal)
  await once(deadline.signal, 'abort')
  other.abort('caller-left')
  t.equal(deadline.signal.reason, 'deadline')
})

t.test('a stopped clock does not ring', async t => {
  const deadline = startDeadline(10)
  deadline.stop()
  await sleep(50)
  t.notOk(deadline.signal.aborted)
})

t.test('a signal that outlives the call is told nothing of it', async t => {
  const stopping = new AbortController()
  for (let call = 0; call < 20; call++) {
    startDeadline(LONG_MS, stopping.signal).stop()
  }
  t.equal(getEventListeners(stopping.signal, 'abort').length, 0)
})

t.test('a deadline that nobody waits for is no unhandled error', async t => {
  startDeadline(10)
  await sleep(50)
  t.pass()
})

/** A reason is a word, not an Error. */
function rethrow(reason: unknown): never {
  throw new Error(String(reason))
}
