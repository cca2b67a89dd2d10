/**
 * The registry with a million terminals beside one with a thousand, both warm:
 * how long it takes to find one by its number and by its MAC, in SQLite and in
 * PostgreSQL, how fast and in how much memory a sheet is imported, and how long
 * others wait who register meanwhile. An empty registry would have nothing to
 * find, which is less work.
 * Aim: the p99 of the large one within twice that of the small one.
 * Run: npm run bench:registry [terminals [rows of the sheet]]
 * @module
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { PAGE_MAX } from '../../src/registry/contract.js'
import { numbered } from '../../src/registry/numbers.js'
import { openRegistry } from '../../src/registry/registry.js'
import { byNumber, holderOf } from '../../src/registry/search.js'
import { migrations, type Tables } from '../../src/registry/tables.js'
import { openStore, type Store } from '../../src/store/store.js'
import { fill } from '../registry/filling.js'
import { application } from '../registry/terminals.js'
import { postgresMissing, startPostgres } from '../store/postgres.js'
import { quantiles } from './quantiles.js'

const TERMINALS = Number(process.argv[2] ?? 1_000_000)
const SHEET_ROWS = Number(process.argv[3] ?? 100_000)
const LOOKUPS = { sqlite: 20_000, postgres: 10_000 }
/** Before those that count: until most pages of the large one are mapped. */
const WARMING = { sqlite: 20_000, postgres: 5_000 }
/** Of the registry that the large one is compared with. */
const FEW = 1_000
/** Both registries in turn, so that a busy moment hits both. */
const SLICE = 10
/** What makes of a database just filled one that has run for a while. */
const SETTLING = {
  sqlite: ['PRAGMA wal_checkpoint(TRUNCATE)', 'ANALYZE'],
  postgres: ['VACUUM (ANALYZE) terminal', 'CHECKPOINT'],
}
const MEGABYTE = 2 ** 20

const endings: (() => unknown)[] = []
const teardown = (end: () => unknown) => void endings.unshift(end)
const folder = mkdtempSync(join(tmpdir(), 'nationec-registry-'))
teardown(() => rmSync(folder, { recursive: true }))

try {
  const addresses = await databases()
  for (const [name, few, all] of addresses) await measure(name, few, all)
} finally {
  for (const end of endings) await end()
}

/** Of each engine one for a few terminals and one for all. */
async function databases(): Promise<[string, string, string][]> {
  const path = (name: string) => join(folder, `${name}.db`)
  const sqlite: [string, string, string] = ['SQLite', path('few'), path('all')]
  const missing = postgresMissing()
  if (missing) {
    console.log(`PostgreSQL left out: ${missing}`)
    return [sqlite]
  }
  const postgres = await startPostgres({ teardown })
  await postgres.query('CREATE DATABASE every_terminal')
  const all = postgres.url.replace(/postgres$/, 'every_terminal')
  return [sqlite, ['PostgreSQL', postgres.url, all]]
}

async function measure(name: string, fewAt: string, allAt: string) {
  const few = await openStore(fewAt)
  const all = await openStore(allAt)
  teardown(() => few.close())
  teardown(() => all.close())
  const seconds = await filled(all, TERMINALS)
  await filled(few, FEW)
  console.log(`${name}: ${TERMINALS} terminals put there in ${seconds} s`)
  console.log(`found among ${FEW} and among ${TERMINALS}, both warm:`)
  console.table([
    await compare('by number', few, all, (database, at) =>
      byNumber(database, numbered(at)),
    ),
    await compare('by MAC', few, all, (database, at) =>
      holderOf(database, application(at).mac),
    ),
  ])
  console.table([await searchInVain(name, all)])
  console.table([await importSheet(name, all)])
}

type Lookup = (
  database: Parameters<typeof byNumber>[0],
  at: number,
) => Promise<unknown>

async function compare(what: string, few: Store, all: Store, lookup: Lookup) {
  const small = await few.open<Tables>(migrations)
  const large = await all.open<Tables>(migrations)
  const slice = async (database: typeof small, count: number) => {
    const times: number[] = []
    while (times.length < SLICE) {
      const at = 1 + Math.floor(Math.random() * count)
      const started = performance.now()
      const found = await lookup(database, at)
      times.push(performance.now() - started)
      if (!found) throw new Error(`${what}: no terminal ${at}`)
    }
    return times
  }
  const series = async (lookups: number) => {
    const [fewTimes, allTimes]: [number[], number[]] = [[], []]
    for (let done = 0; done < lookups; done += SLICE) {
      fewTimes.push(...(await slice(small, FEW)))
      allTimes.push(...(await slice(large, TERMINALS)))
    }
    return [microseconds(fewTimes), microseconds(allTimes)] as const
  }
  await series(WARMING[all.engine])
  const [one, other] = await series(LOOKUPS[all.engine])
  return {
    'look-up': what,
    'few p50 µs': one.p50,
    'all p50 µs': other.p50,
    'few p99 µs': one.p99,
    'all p99 µs': other.p99,
    'ratio of p99': (other.p99 / one.p99).toFixed(2),
  }
}

/** A part of a name that none has: no search takes longer. */
async function searchInVain(name: string, store: Store) {
  const registry = await openRegistry(store)
  const times: number[] = []
  let after: string | undefined
  do {
    const started = performance.now()
    const page = await registry.search({ q: '没有', limit: 50, after })
    times.push(performance.now() - started)
    after = page.next ?? undefined
  } while (after)
  return {
    search: name,
    pages: times.length,
    'longest ms': Math.round(Math.max(...times)),
    'all ms': Math.round(times.reduce((sum, time) => sum + time)),
  }
}

function microseconds(times: number[]) {
  const { p50, p99 } = quantiles(times)
  return { p50: Math.round(p50 * 1000), p99: Math.round(p99 * 1000) }
}

/** Not by an import, which is measured for itself. Returns seconds. */
async function filled(store: Store, count: number): Promise<string> {
  const started = performance.now()
  await fill(store, count)
  const database = await store.open<Tables>(migrations)
  for (const statement of SETTLING[store.engine])
    await sql.raw(statement).execute(database)
  return ((performance.now() - started) / 1000).toFixed(0)
}

/** As the command line does it, without the line between. */
async function importSheet(name: string, store: Store) {
  const { imports } = await openRegistry(store)
  const rss = () => process.memoryUsage().rss / MEGABYTE
  const before = rss()
  let highest = before
  const watching = setInterval(() => {
    highest = Math.max(highest, rss())
  }, 50)
  const started = performance.now()
  const id = await imports.begin('bench')
  for (let from = 0; from < SHEET_ROWS; from += PAGE_MAX) {
    const count = Math.min(PAGE_MAX, SHEET_ROWS - from)
    const rows = Array.from({ length: count }, (_, at) => ({
      row: from + at + 2,
      content: application(TERMINALS + from + at + 1),
    }))
    const problems = await imports.put(id, { rows }, 'en')
    if (problems.length > 0) throw new Error(problems[0]?.sentence)
  }
  const staged = performance.now()
  const others = registerMeanwhile(store)
  const { registered } = await imports.commit(id, 'bench', 'en')
  const done = performance.now()
  const { made, longest } = await others.end()
  clearInterval(watching)
  if (registered !== SHEET_ROWS) throw new Error('not all were registered')
  return {
    import: name,
    rows: registered,
    'rows/s': Math.round((registered * 1000) / (done - started)),
    'put s': ((staged - started) / 1000).toFixed(1),
    'commit s': ((done - staged) / 1000).toFixed(1),
    'registered meanwhile': made,
    'longest wait / commit': (longest / (done - staged)).toFixed(2),
    'memory before MB': Math.round(before),
    'at most MB': Math.round(highest),
  }
}

/** What others find who register a terminal after the other meanwhile. */
function registerMeanwhile(store: Store) {
  let ending = false
  let made = 0
  let longest = 0
  const registering = async () => {
    const registry = await openRegistry(store, { review: 'automatic' })
    for (; !ending; made++) {
      const started = performance.now()
      const serial = TERMINALS + SHEET_ROWS + made + 1
      await registry.apply(application(serial), `meanwhile-${serial}`)
      longest = Math.max(longest, performance.now() - started)
      await setImmediate()
    }
  }
  const done = registering()
  return {
    end: async () => {
      ending = true
      await done
      return { made, longest }
    },
  }
}
