/**
 * The registry with a million terminals beside one that has none but the one
 * that is sought (to find nothing is less work): how long it takes to find one
 * by its number and by its MAC, in SQLite and in PostgreSQL, and how fast and
 * in how much memory a sheet is imported.
 * Aim: the p99 of a million within twice that of one.
 * Run: npm run bench:registry [terminals [rows of the sheet]]
 * @module
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { PAGE_MAX } from '../../src/registry/contract.js'
import { openRegistry } from '../../src/registry/registry.js'
import { byNumber, holderOf } from '../../src/registry/search.js'
import { migrations, type Tables } from '../../src/registry/tables.js'
import { openStore, type Store } from '../../src/store/store.js'
import { application } from '../registry/terminals.js'
import { postgresMissing, startPostgres } from '../store/postgres.js'
import { quantiles } from './quantiles.js'

const TERMINALS = Number(process.argv[2] ?? 1_000_000)
const SHEET_ROWS = Number(process.argv[3] ?? 100_000)
const LOOKUPS = 5_000
/** Both registries in turn, so that a busy moment hits both. */
const SLICE = 250
/** Of the rows that fill the large registry. */
const FILL_ROWS = 1_500
const MEGABYTE = 2 ** 20

const endings: (() => unknown)[] = []
const teardown = (end: () => unknown) => void endings.unshift(end)
const folder = mkdtempSync(join(tmpdir(), 'nationec-registry-'))
teardown(() => rmSync(folder, { recursive: true }))

try {
  const addresses = await databases()
  for (const [name, empty, full] of addresses) await measure(name, empty, full)
} finally {
  for (const end of endings) await end()
}

/** Of each engine one to stay empty and one to be filled. */
async function databases(): Promise<[string, string, string][]> {
  const path = (name: string) => join(folder, `${name}.db`)
  const sqlite: [string, string, string] = [
    'SQLite',
    path('empty'),
    path('full'),
  ]
  const missing = postgresMissing()
  if (missing) {
    console.log(`PostgreSQL left out: ${missing}`)
    return [sqlite]
  }
  const postgres = await startPostgres({ teardown })
  await postgres.query('CREATE DATABASE full_one')
  const full = postgres.url.replace(/postgres$/, 'full_one')
  return [sqlite, ['PostgreSQL', postgres.url, full]]
}

async function measure(name: string, emptyAt: string, fullAt: string) {
  const empty = await openStore(emptyAt)
  const full = await openStore(fullAt)
  teardown(() => empty.close())
  teardown(() => full.close())
  const seconds = await fill(full, TERMINALS)
  await fill(empty, 1)
  console.log(`${name}: ${TERMINALS} terminals put there in ${seconds} s`)
  console.table([
    await compare('by number', empty, full, (database, at) =>
      byNumber(database, numberOf(at)),
    ),
    await compare('by MAC', empty, full, (database, at) =>
      holderOf(database, application(at).mac),
    ),
  ])
  console.table([await importSheet(name, full)])
}

type Lookup = (
  database: Parameters<typeof byNumber>[0],
  at: number,
) => Promise<unknown>

async function compare(
  what: string,
  empty: Store,
  full: Store,
  lookup: Lookup,
) {
  const small = await empty.open<Tables>(migrations)
  const large = await full.open<Tables>(migrations)
  const times = { one: [] as number[], all: [] as number[] }
  const slice = async (
    database: typeof small,
    count: number,
    into: number[],
  ) => {
    for (let done = 0; done < SLICE; done++) {
      const at = 1 + Math.floor(Math.random() * count)
      into.push(await timed(() => lookup(database, at)))
    }
  }
  for (let done = 0; done < LOOKUPS; done += SLICE) {
    await slice(small, 1, times.one)
    await slice(large, TERMINALS, times.all)
  }
  if (!(await lookup(large, 1))) throw new Error('nothing was found')
  const one = microseconds(times.one)
  const all = microseconds(times.all)
  return {
    'look-up': what,
    'empty p50 µs': one.p50,
    'full p50 µs': all.p50,
    'empty p99 µs': one.p99,
    'full p99 µs': all.p99,
    'ratio of p99': (all.p99 / one.p99).toFixed(2),
  }
}

function microseconds(times: number[]) {
  const { p50, p99 } = quantiles(times)
  return { p50: Math.round(p50 * 1000), p99: Math.round(p99 * 1000) }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** Straight into the table: it is not the import that is measured here. */
async function fill(store: Store, count: number): Promise<string> {
  const database = await store.open<Tables>(migrations)
  const started = performance.now()
  for (let from = 1; from <= count; from += FILL_ROWS) {
    const rows = Array.from(
      { length: Math.min(FILL_ROWS, count - from + 1) },
      (_, at) => rowOf(from + at),
    )
    await database.insertInto('terminal').values(rows).execute()
  }
  await database.updateTable('filing_counter').set({ last: count }).execute()
  await sql`ANALYZE`.execute(database)
  return ((performance.now() - started) / 1000).toFixed(0)
}

function rowOf(number: number) {
  const { orgId, ...asked } = application(number)
  const id = String(number).padStart(26, '0')
  return {
    ...asked,
    org_id: orgId,
    receipt: id,
    request_key: id,
    request_hash: '',
    state: 'active' as const,
    filing_number: numberOf(number),
    filed_on: '2026/01/01',
    revision: 1,
    applied_at: 0,
    changed_at: 0,
  }
}

function numberOf(serial: number): string {
  return `99${String(serial).padStart(18, '0')}`
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
  const { registered } = await imports.commit(id, 'bench', 'en')
  const done = performance.now()
  clearInterval(watching)
  if (registered !== SHEET_ROWS) throw new Error('not all were registered')
  return {
    import: name,
    rows: registered,
    'rows/s': Math.round((registered * 1000) / (done - started)),
    'put s': ((staged - started) / 1000).toFixed(1),
    'commit s': ((done - staged) / 1000).toFixed(1),
    'memory before MB': Math.round(before),
    'at most MB': Math.round(highest),
  }
}
