/**
 * Many callers at once against one daemon, and what became of their calls.
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { MIGRATIONS } from '../../src/journal/tables.js'
import { libraryPath } from '../../src/paths.js'
import { people } from '../../src/sandbox/people/people.js'
import { readDatabase } from '../../src/store/sqlite.js'
import { compileProgram, runToEnd } from './callers.js'
import { type Field, requestText } from './harness.js'

/** How often the gun looks whether a call is armed. */
const LOOK_MS = 1
/** How often the daemon's memory is measured. */
const MEMORY_MS = 250
/** What stress.c replaces by the orgId of each thread. */
const PLACEHOLDER = 'ORGID_______'

export interface Load {
  /** Callers in one process. */
  threads: number
  /** Further processes with one caller each. */
  processes: number
  seconds: number
  /** What a call may take at most. */
  deadlineMs: number
}

export interface LoadResult {
  calls: number
  /** Answered with code 0 and the caller's own orgId. */
  ok: number
  /** Replies that were no JSON or contradicted themselves. */
  lost: number
  /** Replies that were another caller's. */
  mixedUp: number
  /** Programs in which a call took longer than its deadline. */
  late: number
  byCode: Record<string, number>
  /** Of the slowest program. */
  p50Ms: number
  p99Ms: number
  maxMs: number
  /** Resident memory of the daemon in MB, at equal distances in time. */
  memory: number[]
}

/** What one run of test/native/stress.c prints. */
type Stress = Omit<LoadResult, 'late' | 'memory'>

/** Lets `load` loose on the daemon of `field`. */
export async function runLoad(field: Field, load: Load): Promise<LoadResult> {
  const over = new AbortController()
  const stress = await compileProgram(field.folder, 'stress')
  const template = join(field.folder, 'template')
  writeFileSync(template, requestText({ orgId: PLACEHOLDER }, PLACEHOLDER))
  const run = async (prefix: string, threads: number) => {
    const { seconds } = load
    const parameters = [libraryPath(), field.strUrl, template]
    const rest = [String(threads), String(seconds), prefix]
    const command = [stress, ...parameters, ...rest]
    const printed = await runToEnd(command, field.environment)
    return JSON.parse(printed.toString()) as Stress
  }
  const gun = showWhenArmed(field, over.signal)
  const memory = watchMemory(field.daemon.pid, over.signal)
  try {
    const singles = Array.from({ length: load.processes }, (_, at) => at)
    const results = await Promise.all([
      run('H', load.threads),
      ...singles.map(at => run(`P${at}-`, 1)),
    ])
    over.abort()
    return { ...summary(results, load), memory: await memory }
  } finally {
    over.abort()
    await gun
  }
}

/** Shows one fresh code for each time that a call is armed. */
async function showWhenArmed(field: Field, over: AbortSignal): Promise<void> {
  const journal = readDatabase(join(field.folder, 'journal.db'), MIGRATIONS)
  const newer = journal.prepare('SELECT id, step FROM steps WHERE id > ?')
  let last = 0
  let shown = 0
  while (!over.aborted) {
    for (const { id, step } of newer.all(last)) {
      last = Number(id)
      if (step !== 'armed') continue
      await field.show(people[shown++ % people.length]?.id)
    }
    await sleep(LOOK_MS)
  }
  journal.close()
}

async function watchMemory(pid: number, over: AbortSignal): Promise<number[]> {
  const memory: number[] = []
  while (!over.aborted) {
    memory.push(residentMegabytes(pid))
    await sleep(MEMORY_MS)
  }
  return memory
}

function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024
}

function summary(results: Stress[], { deadlineMs }: Load) {
  const sum = (key: 'calls' | 'ok' | 'lost' | 'mixedUp') =>
    results.reduce((total, result) => total + result[key], 0)
  const most = (key: 'p50Ms' | 'p99Ms' | 'maxMs') =>
    Math.max(...results.map(result => result[key]))
  const byCode: Record<string, number> = {}
  for (const result of results) {
    for (const [code, count] of Object.entries(result.byCode)) {
      byCode[code] = (byCode[code] ?? 0) + count
    }
  }
  return {
    calls: sum('calls'),
    ok: sum('ok'),
    lost: sum('lost'),
    mixedUp: sum('mixedUp'),
    late: results.filter(({ maxMs }) => maxMs > deadlineMs).length,
    byCode,
    p50Ms: most('p50Ms'),
    p99Ms: most('p99Ms'),
    maxMs: most('maxMs'),
  }
}
