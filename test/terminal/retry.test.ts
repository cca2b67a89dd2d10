import t from 'tap'
import {
  Refused,
  retry,
  Unanswered,
  unanswered,
  type Waiting,
} from '../../src/terminal/retry.js'

const open = () => new AbortController().signal

/** Fails `times`, then answers. */
function failing(times: number) {
  let attempts = 0
  return async () => {
    if (attempts++ < times) throw new Unanswered(`no ${attempts}`)
    return attempts
  }
}

t.test('it is tried again, each time later', async t => {
  const waited: Waiting[] = []
  const result = await retry(failing(3), {
    signal: open(),
    onWaiting: waiting => void waited.push(waiting),
    random: () => 0,
  })
  t.equal(result, 4)
  t.strictSame(waited, [
    { attempts: 1, reason: 'no 1', waitMs: 125 },
    { attempts: 2, reason: 'no 2', waitMs: 250 },
    { attempts: 3, reason: 'no 3', waitMs: 500 },
  ])
})

t.test('no wait is longer than ten seconds', async t => {
  const stop = new AbortController()
  const attempt = failing(99)
  let wait = 0
  // Each wait is cut short; the signal of the last ends it.
  const result = retry(attempt, {
    signal: stop.signal,
    onWaiting: ({ waitMs }) => {
      wait = waitMs
      stop.abort()
    },
    random: () => 1,
  })
  await t.rejects(result, { message: 'no 1' })
  t.equal(wait, 250)
})

t.test('a deadline ends it with the last reason', async t => {
  const signal = AbortSignal.timeout(300)
  const result = retry(failing(99), { signal, random: () => 0 })
  await t.rejects(result, { name: 'Unanswered', message: /no [12]/ })
  const over = retry(failing(99), { signal: AbortSignal.abort() })
  await t.rejects(over, { message: 'no 1' })
})

t.test('what cannot go well is not repeated', async t => {
  let attempts = 0
  const result = retry(
    async () => {
      attempts++
      throw new TypeError('a fault of ours')
    },
    { signal: open() },
  )
  await t.rejects(result, { name: 'TypeError' })
  t.equal(attempts, 1)
})

t.test('where nobody listens, only the patient wait', async t => {
  let attempts = 0
  const attempt = async () => {
    if (attempts++ === 0) throw new Refused('ECONNREFUSED')
    return attempts
  }
  const once = retry(attempt, { signal: open() })
  await t.rejects(once, { name: 'Refused', message: 'ECONNREFUSED' })
  t.equal(attempts, 1)
  attempts = 0
  const patient = { signal: open(), isPatient: true, random: () => 0 }
  t.equal(await retry(attempt, patient), 2)
})

t.test('the reason is the code, or the message', async t => {
  const failed = (message: string, more: object) =>
    unanswered(Object.assign(new Error(message), more))
  t.match(failed('x', { code: 'ECONNREFUSED' }), {
    ...{ name: 'Refused', message: 'ECONNREFUSED', cause: Error },
  })
  t.match(failed('x', { code: 'ECONNRESET' }), {
    ...{ name: 'Unanswered', message: 'ECONNRESET' },
  })
  t.match(failed('x', { name: 'TimeoutError', code: 23 }), {
    ...{ name: 'Unanswered', message: 'ETIMEDOUT' },
  })
  t.match(failed('cut', {}), { name: 'Unanswered', message: 'cut' })
})
