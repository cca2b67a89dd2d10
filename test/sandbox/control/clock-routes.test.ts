import t from 'tap'
import { TIME_MAX } from '../../../src/sandbox/control/clock.js'
import type { ClockState } from '../../../src/sandbox/control/contract.js'
import { startHarness } from '../harness.js'

const CLOCK = '/sandbox/clock'

t.test('a code expires when the clock is told so', async t => {
  const { sandbox, post, query } = await startHarness(t)
  const code = await sandbox.issueCode('zhang')
  await post(CLOCK, { advanceMs: 61_000 })
  t.equal((await query(code)).json.code, 500005)
})

t.test('a clock that stands goes on from there', async t => {
  const { advance, get, post } = await startHarness(t)
  const set = '2026-02-28T23:59:59+08:00'
  const stopped = await post<ClockState>(CLOCK, { set, freeze: true })
  t.strictSame(stopped.json, { now: Date.parse(set), frozen: true })
  advance(5000)
  t.strictSame((await get<ClockState>(CLOCK)).json, stopped.json)
  const { json } = await post<ClockState>(CLOCK, { run: true })
  t.strictSame(json, { now: Date.parse(set), frozen: false })
  advance(5000)
  const { now } = (await get<ClockState>(CLOCK)).json
  t.equal(now, Date.parse(set) + 5000)
})

t.test('an order that is none is refused and changes nothing', async t => {
  const { get, post } = await startHarness(t)
  const before = await get(CLOCK)
  for (const order of [
    {},
    { freeze: false },
    { freeze: true, run: true },
    { advanceMs: '5' },
    { set: 'tomorrow' },
    { advanceMs: 1e18 },
    { set: -1 },
    { jump: 1 },
    null,
  ]) {
    const { status, json } = await post(CLOCK, order)
    t.equal(status, 400, JSON.stringify(order))
    t.match(json, { success: false, code: -2 })
  }
  t.strictSame((await get(CLOCK)).json, before.json)
})

t.test('the calendar has an end on either side', async t => {
  const { post } = await startHarness(t)
  for (const [order, status] of [
    [{ set: 0, freeze: true }, 200],
    [{ advanceMs: -1 }, 400],
    [{ set: TIME_MAX - 1 }, 200],
    [{ advanceMs: 1 }, 400],
    [{ set: TIME_MAX }, 400],
  ] as const)
    t.equal((await post(CLOCK, order)).status, status, JSON.stringify(order))
})
