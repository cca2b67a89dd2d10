import t from 'tap'
import { firstReading } from '../../src/call/first-reading.js'
import type { Reader, Reading } from '../../src/call/rooms.js'
import { Failure } from '../../src/failure.js'
import { settle } from './fake-rooms.js'

const never = new AbortController().signal
const reading = (kind: string): Reading => ({ kind, fields: { kind } })

/** A reader that a test arms, lets read, or breaks. */
function hold() {
  const held = {
    arm: () => {},
    come: (_: Reading) => {},
    fail: (_: unknown) => {},
    signal: undefined as AbortSignal | undefined,
  }
  const reader: Reader = {
    read(signal, onArmed) {
      return new Promise((resolve, reject) => {
        Object.assign(held, { arm: onArmed, come: resolve, fail: reject })
        held.signal = signal
        signal.addEventListener('abort', () => reject(signal.reason))
      })
    },
  }
  return { held, reader }
}

function start(count: number, signal = never) {
  const readers = Array.from({ length: count }, hold)
  let armed = 0
  const first = firstReading(
    readers.map(({ reader }) => reader),
    signal,
    () => void armed++,
  )
  first.catch(() => {})
  const held = readers.map(({ held }) => held)
  return { first, held, armed: () => armed }
}

t.test('one reader is waited for', async t => {
  const { first, held, armed } = start(1)
  held[0]?.arm()
  held[0]?.come(reading('medical'))
  t.strictSame(await first, reading('medical'))
  t.equal(armed(), 1)
})

t.test('the first of two counts, the other is ended', async t => {
  for (const winner of [0, 1]) {
    const { first, held, armed } = start(2)
    for (const { arm } of held) arm()
    t.equal(armed(), 1, 'armed once')
    held[winner]?.come(reading('face'))
    t.strictSame(await first, reading('face'))
    t.ok(held[1 - winner]?.signal?.aborted)
    held[1 - winner]?.come(reading('late'))
    t.throws(() => held[1 - winner]?.arm())
    t.equal(armed(), 1)
  }
})

t.test('one that is not there leaves the other', async t => {
  const { first, held } = start(2)
  held[1]?.fail(new Failure('face-none'))
  await settle()
  t.notOk(held[0]?.signal?.aborted)
  held[0]?.come(reading('medical'))
  t.strictSame(await first, reading('medical'))
})

t.test('when all fail, what the first of the list said counts', async t => {
  const { first, held } = start(2)
  held[1]?.fail(new Failure('face-none'))
  held[0]?.fail(new Failure('scanner-none'))
  await t.rejects(first, {
    symbol: 'scanner-none',
    code: -1,
  })
})

t.test('the call’s signal ends all, with its reason', async t => {
  const call = new AbortController()
  const { first, held } = start(2, call.signal)
  call.abort('deadline')
  await t.rejects(
    first.catch(reason => {
      throw new Error(reason)
    }),
    { message: 'deadline' },
  )
  for (const { signal } of held) t.ok(signal?.aborted)
})

t.test('a failure to arm is the call’s', async t => {
  const reader: Reader = {
    async read(_, onArmed) {
      onArmed()
      return reading('medical')
    },
  }
  const arm = () => {
    throw new Failure('caller-left')
  }
  await t.rejects(firstReading([reader], never, arm), {
    symbol: 'caller-left',
    code: -2,
  })
})
