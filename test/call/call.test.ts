import { mock } from 'node:test'
import t, { type Test } from 'tap'
import type { JournalRow, Step } from '../../src/call/rooms.js'
import {
  FAILURE_CODES,
  Failure,
  type FailureSymbol,
} from '../../src/failure.js'
import {
  type Behaviour,
  type FakeCall,
  IDENTITY,
  IN_DATA,
  LONG_MS,
  ORG_ID,
  READING,
  REPLY,
  settle,
  startCall,
} from './fake-rooms.js'

/** The call ends at half of it. */
const DEADLINE_MS = 60
/** A bound for what takes no time at all. */
const PROMPT_MS = 3000

/** What a room may do, or what may happen while it is at work. */
const FAULTS = ['refuses', 'throws', 'silent', 'late', 'left', 'stops'] as const
type Fault = (typeof FAULTS)[number]

/** How a room gets into it: at once, or while it works. */
interface Trouble {
  fail(): never
  wait(): Promise<void>
}

interface Place {
  /** Has this room get into trouble. */
  where(trouble: Trouble): Partial<Behaviour>
  /** The steps that a call has taken when it is here. */
  steps: Step[]
  /** What each fault becomes; `cannot` where a room answers at once. */
  becomes: Record<Fault, FailureSymbol | 'cannot'>
}

/** The room's own failure, which is passed on. */
const REFUSAL = new Failure('queue-full', { limit: 1 })

const PLACES: Record<string, Place> = {
  'the allow list': {
    where: ({ fail }) => ({ target: fail }),
    steps: ['received'],
    becomes: {
      refuses: 'queue-full',
      throws: 'unforeseen',
      silent: 'cannot',
      late: 'cannot',
      left: 'cannot',
      stops: 'cannot',
    },
  },
  'the filing number': {
    where: ({ fail }) => ({ identify: fail }),
    steps: ['received'],
    becomes: {
      refuses: 'queue-full',
      throws: 'unforeseen',
      silent: 'cannot',
      late: 'cannot',
      left: 'cannot',
      stops: 'cannot',
    },
  },
  'the turn at the scanner': {
    where: ({ wait }) => ({ turn: wait }),
    steps: ['received'],
    becomes: {
      refuses: 'queue-full',
      throws: 'unforeseen',
      silent: 'scanner-busy',
      late: 'scanner-busy',
      left: 'caller-left',
      stops: 'daemon-stopping',
    },
  },
  'the armed scanner': {
    where: ({ wait }) => ({ reading: () => wait().then(() => READING) }),
    steps: ['received', 'armed'],
    becomes: {
      refuses: 'queue-full',
      throws: 'unforeseen',
      silent: 'nothing-scanned',
      late: 'nothing-scanned',
      left: 'caller-left',
      stops: 'daemon-stopping',
    },
  },
  'the terminal’s address': {
    where: ({ wait }) => ({
      identify: () => wait().then(() => IDENTITY),
    }),
    steps: ['received'],
    becomes: {
      refuses: 'queue-full',
      throws: 'unforeseen',
      silent: 'platform-silent',
      late: 'platform-silent',
      left: 'caller-left',
      stops: 'daemon-stopping',
    },
  },
  'the platform': {
    where: ({ wait }) => ({ post: () => wait().then(() => REPLY) }),
    steps: ['received', 'armed', 'scanned', 'sent'],
    becomes: {
      refuses: 'queue-full',
      throws: 'unforeseen',
      silent: 'platform-silent',
      late: 'platform-silent',
      left: 'caller-left',
      stops: 'daemon-stopping',
    },
  },
}

for (const [name, place] of Object.entries(PLACES)) {
  for (const fault of FAULTS) {
    const symbol = place.becomes[fault]
    if (symbol === 'cannot') continue
    t.test(`${name}: ${fault} > ${symbol}`, async t => {
      const call = await suffer(place, fault)
      await checkReply(t, call, symbol)
      const steps = call.rows.map(({ step }) => step)
      t.strictSame(steps, [...place.steps, 'delivered'])
    })
  }
}

/** A call that met `fault` at `place`, long after it was answered. */
async function suffer(place: Place, fault: Fault): Promise<FakeCall> {
  const held = hold()
  const behaviour = place.where(troubleOf(fault, held.wait))
  mock.timers.enable({ apis: ['setTimeout'] })
  const call = startCall(behaviour, { deadlineMs: LONG_MS })
  await settle()
  await settle()
  if (fault === 'silent' || fault === 'late') mock.timers.tick(LONG_MS)
  mock.timers.reset()
  if (fault === 'left') call.callerLeft.abort('caller-left')
  if (fault === 'stops') call.stopping.abort('stopping')
  const started = performance.now()
  await call.reply
  const took = performance.now() - started
  if (took > PROMPT_MS) throw new Error(`the reply took ${took} ms`)
  if (fault !== 'silent') held.release()
  await settle()
  return call
}

function troubleOf(fault: Fault, hold: () => Promise<void>): Trouble {
  const thrown = fault === 'refuses' ? REFUSAL : new Error('out of the blue')
  const fail = () => {
    throw thrown
  }
  const fails = fault === 'refuses' || fault === 'throws'
  return { fail, wait: fails ? async () => fail() : hold }
}

/** Work that is done when the test says so. */
function hold(): { wait(): Promise<void>; release(): void } {
  let release = () => {}
  const released = new Promise<void>(resolve => {
    release = resolve
  })
  return { wait: () => released, release }
}

async function checkReply(
  t: Test,
  { reply, rows, events }: FakeCall,
  symbol: FailureSymbol,
): Promise<void> {
  const failure = new Failure(symbol, { limit: 1 })
  const answer = {
    code: FAILURE_CODES[symbol],
    message: failure.sentence('zh-CN'),
    orgId: events.includes('identify') ? ORG_ID : '',
    data: {},
  }
  t.strictSame(await reply, answer)
  t.equal(events.filter(event => event === 'prepare').length, 1, 'one reply')
  t.match(rows.at(-1), {
    call: 'call-1',
    step: 'delivered',
    facts: { code: answer.code, failure: symbol, detail: failure.message },
    sealed: { answer },
  })
}

t.test('a room that heeds the signal changes nothing', async t => {
  const heed = (signal: AbortSignal) =>
    new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason))
    })
  const cases: [Partial<Behaviour>, FailureSymbol][] = [
    [{ turn: heed }, 'scanner-busy'],
    [{ reading: heed }, 'nothing-scanned'],
    [{ post: (_, signal) => heed(signal) }, 'platform-silent'],
  ]
  for (const [behaviour, symbol] of cases) {
    const late = startCall(behaviour, { deadlineMs: DEADLINE_MS })
    await checkReply(t, late, symbol)
    const left = startCall(behaviour)
    await settle()
    left.callerLeft.abort('caller-left')
    await checkReply(t, left, 'caller-left')
    const stopped = startCall(behaviour)
    await settle()
    stopped.stopping.abort('stopping')
    await checkReply(t, stopped, 'daemon-stopping')
  }
})

t.test('a call that is ended at a step goes no further', async t => {
  const steps = ['received', 'armed', 'scanned', 'sent', 'answered']
  for (const [index, step] of steps.entries()) {
    const caller = new AbortController()
    const journal = (row: JournalRow) =>
      row.step === step && caller.abort('caller-left')
    const call = startCall({ journal }, { callerLeft: caller.signal })
    await checkReply(t, call, 'caller-left')
    await settle()
    const rows = call.rows.map(({ step }) => step)
    t.strictSame(rows, [...steps.slice(0, index + 1), 'delivered'])
    t.equal(
      call.events.includes('post'),
      step === 'sent' || step === 'answered',
    )
  }
})

t.test('a caller who left before the call began is not served', async t => {
  const callerLeft = AbortSignal.abort('caller-left')
  const call = startCall({}, { callerLeft })
  await checkReply(t, call, 'caller-left')
  t.strictSame(call.events, ['prepare', 'row delivered'])
})

t.test('nobody came: each way of reading says so', async t => {
  const window = {
    ...JSON.parse(IN_DATA).data,
    ...{ officeId: '01', officeName: '内科', outBizNo: '1' },
  }
  const cases: [string, FailureSymbol, FailureSymbol][] = [
    ['cn.nhsa.qrcode.get', 'scanner-busy', 'nothing-scanned'],
    ['cn.nhsa.ec.auth', 'face-busy', 'no-face'],
    ['cn.nhsa.cert.get', 'card-busy', 'no-card'],
  ]
  for (const [transType, busy, nobody] of cases) {
    const inData = JSON.stringify({ orgId: ORG_ID, transType, data: window })
    const deadline = { deadlineMs: DEADLINE_MS, inData }
    const { wait } = hold()
    await checkReply(t, startCall({ turn: wait }, deadline), busy)
    const reading = () => wait().then(() => READING)
    await checkReply(t, startCall({ reading }, deadline), nobody)
  }
})

t.test('a type that reads nobody waits for the platform only', async t => {
  const claim = { ecToken: 'x', idType: '01', idNo: '1', userName: 'x' }
  const { wait } = hold()
  const post = () => wait().then(() => REPLY)
  const inData = JSON.stringify(claim)
  const call = startCall({ post }, { deadlineMs: DEADLINE_MS, inData })
  t.match(await call.reply, { code: -3, orgId: '' })
})

t.test('bad InData is refused before anybody scans', async t => {
  const call = startCall({}, { inData: undefined })
  await checkReply(t, call, 'no-charset')
  t.notOk(call.events.includes('read code'))
})

t.test('the platform’s own code is passed through', async t => {
  const refused = { code: 501001, message: '二维码 Token 失效', data: {} }
  const { reply, rows } = startCall({ post: async () => refused })
  t.strictSame(await reply, { ...refused, orgId: ORG_ID })
  t.strictSame(rows.at(-1)?.facts, { code: 501001 })
})

t.test('the journal is told the code that the door sends', async t => {
  const short = { code: -1, message: 'too long', orgId: ORG_ID, data: {} }
  const { reply, rows } = startCall({ prepare: () => short })
  t.equal(await reply, short)
  t.match(rows.at(-1), { facts: { code: -1 }, sealed: { answer: REPLY } })
})

t.test('a room that arms after it has failed writes nothing', async t => {
  let arm = () => {}
  const late: Partial<Behaviour> = {
    turn: (_, onArmed) => {
      arm = onArmed
      throw REFUSAL
    },
  }
  const call = startCall(late)
  await checkReply(t, call, 'queue-full')
  t.throws(arm)
  t.equal(call.rows.at(-1)?.step, 'delivered')
})

t.test('a journal that breaks ends the call, which is answered', async t => {
  for (const step of ['received', 'armed', 'scanned', 'sent', 'answered']) {
    const call = startCall({
      journal: row => {
        if (row.step === step) throw new Error('no disk')
      },
    })
    t.match(await call.reply, { code: -1, data: {} }, step)
    t.equal(call.rows.at(-1)?.step, 'delivered', step)
  }
})

t.test('each of many calls gets its own reply', async t => {
  const calls = Array.from({ length: 20 }, (_, index) => {
    const held = hold()
    const post = () => held.wait().then(() => ({ ...REPLY, code: index }))
    return { held, call: startCall({ post }), index }
  })
  await settle()
  for (const { held } of [...calls].reverse()) held.release()
  for (const { call, index } of calls) {
    t.equal((await call.reply).code, index)
  }
})
