/**
 * The load of a busy hall, for a few seconds; test/bench/load.ts is the long
 * one.
 * @module
 */
import t from 'tap'
import { startField } from './harness.js'
import { runLoad } from './load.js'

const SECONDS = 5
const DEADLINE_SECONDS = 30
/** More than a load of 5 s takes on any machine. */
const ALL_MS = 120_000

t.setTimeout(ALL_MS)

t.test('no reply is lost, mixed up or late', async t => {
  const field = await startField(t, { call: { deadline: DEADLINE_SECONDS } })
  const result = await runLoad(field, {
    threads: 8,
    processes: 2,
    seconds: SECONDS,
    deadlineMs: DEADLINE_SECONDS * 1000,
  })
  const { calls, ok, memory: _, ...rest } = result
  t.match(rest, { lost: 0, mixedUp: 0, late: 0 })
  t.ok(calls > 10 * SECONDS, `${calls} calls`)
  t.equal(ok, calls, JSON.stringify(rest.byCode))
})
