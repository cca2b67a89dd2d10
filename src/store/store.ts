/**
 * One database for what the platform's side keeps, on one machine or for a
 * province: SQLite or PostgreSQL, told by its address, behind the same
 * queries.
 * @module
 */
import { CompiledQuery, type Dialect, Kysely } from 'kysely'
import { text } from '../texts/index.js'
import type { Database, Row } from './engine.js'
import { isAway } from './faults.js'
import type { Kept } from './group-commit.js'
import { createLogFlush } from './log-flush.js'
import { type Migrations, migrate, type Versions } from './migrate.js'
import { openFile, StoreError } from './sqlite.js'
import { sqliteDialect, whenFree } from './sqlite-dialect.js'
import { createSqliteGroup, type Run } from './sqlite-group.js'

export interface Store {
  readonly engine: 'sqlite' | 'postgres'
  /** Its address as it may be shown: without a password. */
  readonly shown: string
  /**
   * The queries of one room, after its tables are as it needs them. Throws
   * StoreError where the tables are those of a newer program or the database
   * is away, else the engine's error.
   */
  open<Tables>(migrations: Migrations): Promise<Kysely<Tables>>
  /**
   * One statement that many run at once, with `?` for each value: faster than
   * a query, as it is put together once, and as in SQLite all that is run in
   * one turn of the event loop is flushed together: only what was watched is
   * known to be on the disk. Rejects with StoreError where the database is
   * away, else with the engine's error.
   */
  prepare(sql: string): Run
  /** Of what prepared statements write; rejects as they do. */
  watch(): Kept
  /** Idempotent. */
  close(): Promise<void>
}

/**
 * The store at `address`: the path of a file, which is made where missing, or
 * postgres://user:password@host/database. A server that is away is noticed
 * by the first query. A transaction writes from its start, and what it has
 * acknowledged outlives a power cut.
 */
export async function openStore(address: string): Promise<Store> {
  const postgres = /^postgres(ql)?:\/\//i.test(address)
  const engine = postgres ? 'postgres' : 'sqlite'
  const { shown, dialect, ...own } = postgres
    ? await postgresAt(address)
    : await sqliteAt(address)
  const driver = dialect.createDriver()
  const shared: Dialect = {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => driver,
    createIntrospector: database => dialect.createIntrospector(database),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  }
  const away = (error: unknown) => {
    throw isAway(error) ? unreachable(shown, error) : error
  }
  let closing: Promise<void> | undefined
  return {
    engine,
    shown,
    open: async <Tables>(migrations: Migrations) => {
      const kysely = new Kysely<Versions>({ dialect: shared })
      await migrate(kysely, shown, migrations, engine).catch(away)
      return new Kysely<Tables>({ dialect: shared })
    },
    prepare(sql) {
      const run =
        own.prepare?.(sql) ?? numbered(new Kysely({ dialect: shared }), sql)
      return (...values) => run(...values).catch(away)
    },
    watch() {
      const kept = own.watch?.() ?? committed
      return () => kept().catch(away)
    },
    close: () => {
      own.close?.()
      closing ??= driver.destroy()
      return closing
    },
  }
}

/** What an engine brings of its own. */
interface Engine {
  shown: string
  dialect: Dialect
  prepare?: Store['prepare']
  watch?: Store['watch']
  close?(): void
}

/** Its client is loaded here: whoever keeps a file starts sooner without. */
async function postgresAt(url: string): Promise<Engine> {
  const { postgresDialect, withoutPassword } = await import('./postgres.js')
  return { shown: withoutPassword(url), dialect: postgresDialect(url) }
}

/** What PostgreSQL has answered is on its disk. */
async function committed(): Promise<void> {}

/** PostgreSQL numbers its values, and commits each statement by itself. */
function numbered(kysely: Kysely<unknown>, sql: string): Run {
  let count = 0
  const text = sql.replace(/\?/g, () => `$${++count}`)
  return async (...values) => {
    const query = CompiledQuery.raw(text, values)
    return (await kysely.executeQuery<Row>(query)).rows
  }
}

/** The first connection makes the file, so its errors are those of opening. */
async function sqliteAt(path: string): Promise<Engine> {
  const open = () =>
    connectTo(path, [
      'PRAGMA synchronous = FULL',
      `PRAGMA mmap_size = ${MAPPED_BYTES}`,
    ])
  const dialect = sqliteDialect(await whenFree(open), open)
  return {
    shown: path,
    dialect,
    ...createSqliteGroup(
      () => connectTo(path, [`PRAGMA wal_autocheckpoint = ${LOG_PAGES}`]),
      createLogFlush(path),
    ),
  }
}

/**
 * Of the write-ahead log, 32 MB, before it is copied into the database. What
 * many write at once are the same few pages again and again, and copying them,
 * with its flush, holds up the event loop.
 */
const LOG_PAGES = 8000

/** Of the file, so that finding a row in a large one copies no pages. */
const MAPPED_BYTES = 2 ** 30

/** It does not wait for locks: the dialect does, without blocking. */
function connectTo(path: string, settings: string[] = []): Database {
  return openFile(path, database => {
    database.exec('PRAGMA busy_timeout = 0')
    for (const setting of settings) database.exec(setting)
  })
}

function unreachable(shown: string, error: unknown): StoreError {
  const reason = error instanceof Error ? error.message : String(error)
  return new StoreError(text('store.away', { path: shown, reason }), {
    cause: error,
  })
}
