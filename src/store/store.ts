/**
 * One database for what the platform's side keeps, on one machine or for a
 * province: SQLite or PostgreSQL, told by its address, behind the same
 * queries.
 * @module
 */
import { type Dialect, Kysely } from 'kysely'
import { text } from '../texts/index.js'
import type { Database } from './engine.js'
import { isAway } from './faults.js'
import { type Migrations, migrate, type Versions } from './migrate.js'
import { openFile, StoreError } from './sqlite.js'
import { sqliteDialect, whenFree } from './sqlite-dialect.js'

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
  const { shown, dialect } = postgres
    ? await postgresAt(address)
    : { shown: address, dialect: await sqliteAt(address) }
  const driver = dialect.createDriver()
  const shared: Dialect = {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => driver,
    createIntrospector: database => dialect.createIntrospector(database),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  }
  let closing: Promise<void> | undefined
  return {
    engine,
    shown,
    open: async <Tables>(migrations: Migrations) => {
      const kysely = new Kysely<Versions>({ dialect: shared })
      await migrate(kysely, shown, migrations, engine).catch(error => {
        throw isAway(error) ? unreachable(shown, error) : error
      })
      return new Kysely<Tables>({ dialect: shared })
    },
    close: () => {
      closing ??= driver.destroy()
      return closing
    },
  }
}

/** Its client is loaded here: whoever keeps a file starts sooner without. */
async function postgresAt(url: string) {
  const { postgresDialect, withoutPassword } = await import('./postgres.js')
  return { shown: withoutPassword(url), dialect: postgresDialect(url) }
}

/** The first connection makes the file, so its errors are those of opening. */
async function sqliteAt(path: string): Promise<Dialect> {
  const open = () => connectTo(path)
  return sqliteDialect(await whenFree(open), open)
}

/** Of the file, so that finding a row in a large one copies no pages. */
const MAPPED_BYTES = 2 ** 30

/** It does not wait for locks: the dialect does, without blocking. */
function connectTo(path: string): Database {
  return openFile(path, database => {
    database.exec('PRAGMA synchronous = FULL')
    database.exec('PRAGMA busy_timeout = 0')
    database.exec(`PRAGMA mmap_size = ${MAPPED_BYTES}`)
  })
}

function unreachable(shown: string, error: unknown): StoreError {
  const reason = error instanceof Error ? error.message : String(error)
  return new StoreError(text('store.away', { path: shown, reason }), {
    cause: error,
  })
}
