/**
 * The load of a whole hospital on one daemon: 64 threads in one process and 8
 * processes at once, while the gun shows fresh codes as fast as they are
 * taken.
 *
 *   node dist/test/bench/load.js [seconds=60]
 *
 * Prints what became of the calls and how much memory the daemon had. Ends
 * with 1 where a call was lost, mixed up, late or not answered with code 0, or
 * where the memory grows without bound.
 * @module
 */
import { startField } from '../field/harness.js'
import { type LoadResult, runLoad } from '../field/load.js'
import { median } from './quantiles.js'

const THREADS = 64
const PROCESSES = 8
const SECONDS = 60
const DEADLINE_SECONDS = 60
/**
 * The last quarter may have so much more than the second; the first is left
 * out, in which caches fill. Garbage collection alone moves the medians of a
 * quarter by a tenth.
 */
const GROWTH_MAX = 1.25

const seconds = Number(process.argv[2] ?? SECONDS)
const ends: (() => unknown)[] = []
try {
  const field = await startField(
    { teardown: end => ends.push(end) },
    { call: { deadline: DEADLINE_SECONDS } },
  )
  const result = await runLoad(field, {
    threads: THREADS,
    processes: PROCESSES,
    seconds,
    deadlineMs: DEADLINE_SECONDS * 1000,
  })
  print(result)
  if (!isGood(result)) process.exitCode = 1
} finally {
  for (const end of ends) await end()
}

function print({ memory, ...result }: LoadResult): void {
  const { calls, ok, lost, mixedUp, late, byCode } = result
  const at = (share: number) =>
    memory[Math.floor((memory.length - 1) * share)]?.toFixed(1)
  const lines = {
    callers: `${THREADS} threads, ${PROCESSES} processes, ${seconds} s`,
    calls: `${calls}, ${(calls / seconds).toFixed(1)} per second`,
    'answered with 0': `${ok}, by code ${JSON.stringify(byCode)}`,
    'ms of a call': `p50 ${result.p50Ms}, p99 ${result.p99Ms}, longest ${result.maxMs}`,
    lost,
    'mixed up': mixedUp,
    late,
    'daemon, MB': `${at(0)} at the start, ${at(0.25)} after a quarter, ${at(1)} at the end`,
    'memory, last quarter by second': growth(memory).toFixed(2),
  }
  for (const [name, value] of Object.entries(lines)) {
    console.log(`${name.padEnd(32)}${value}`)
  }
}

function isGood({ calls, ok, lost, mixedUp, late, memory }: LoadResult) {
  const wrong = lost + mixedUp + late + (calls - ok)
  return calls > 0 && wrong === 0 && growth(memory) <= GROWTH_MAX
}

/** Medians of the last and the second quarter, one by the other. */
function growth(memory: readonly number[]): number {
  const quarter = (number: number) =>
    memory.slice(
      Math.floor((memory.length * (number - 1)) / 4),
      Math.floor((memory.length * number) / 4),
    )
  return median(quarter(4)) / median(quarter(2))
}
