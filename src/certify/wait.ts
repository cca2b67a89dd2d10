/**
 * Waits for calls of a program that nobody here starts, and judges what comes
 * to the sandbox.
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { arrivalCases, queriesIn } from './cases/arrival.js'
import { said } from './expectations.js'
import type { Result } from './run.js'
import type { SandboxClient } from './sandbox.js'
import type { Arrival, CallSeen } from './seen.js'

/** How often the sandbox is asked. */
const POLL_MS = 200

/**
 * Watches `sandbox` until `signal` and judges every ec.query that came after
 * the request `latest`. Each is told to `onArrival`. Empty where none came.
 */
export async function judgeArrivals(
  sandbox: SandboxClient,
  latest: number,
  signal: AbortSignal,
  onArrival: (arrival: Arrival) => void,
): Promise<Result[]> {
  const from = Date.now()
  const seen: CallSeen[] = []
  let known = latest
  while (!signal.aborted) {
    await sleep(POLL_MS, undefined, { signal }).catch(() => {})
    const found = await sandbox.arrivalsAfter(known)
    known = found.latest
    const { arrivals } = found
    for (const arrival of arrivals) onArrival(arrival)
    if (arrivals.length > 0) seen.push(callOf(arrivals))
  }
  if (queriesIn(seen).length === 0) return []
  const ms = Date.now() - from
  return arrivalCases.map(({ id, clause, expectation }) => {
    const found = expectation.judge(seen)
    const { expected } = expectation
    const done = said('certify.done.waited', { count: queriesIn(seen).length })
    const verdict = found ? 'failed' : 'passed'
    return {
      id,
      group: 'arrival',
      verdict,
      clause,
      done,
      expected,
      seen: found,
      ms,
    }
  })
}

/** Who called, and how that ended, is not seen here. */
function callOf(arrivals: readonly Arrival[]): CallSeen {
  return {
    asked: { charset: 'utf-8', orgId: '' },
    shown: undefined,
    ended: { how: 'hung', seconds: 0 },
    arrivals,
  }
}
