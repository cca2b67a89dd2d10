/**
 * SQLite for Kysely, on whichever engine there is. A few connections to one
 * file, so that a transaction holds up nobody who only reads.
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import {
  type Database,
  type SqlValue,
  type Statement,
  sqliteCode,
} from './engine.js'

/** One that writes and some that read; a file has one writer at a time. */
const CONNECTIONS_MAX = 4

/**
 * How long a statement waits for whoever holds the file's lock. A hundred
 * processes on two cores are all through in a second or two.
 */
const BUSY_DEADLINE_MS = 30_000

/**
 * Between two attempts: at most so long at first, twice that each time after,
 * and a part of it by chance, so that all get through. If they asked ever
 * again at once, a hundred who wait would leave whoever has the lock no
 * processor to finish on.
 */
const BUSY_PAUSE_FIRST_MS = 1
const BUSY_PAUSE_MAX_MS = 100

/** More than there are queries in the program. */
const STATEMENTS_MAX = 200

const SQLITE_BUSY = 5

/** Of `first` and what `open` gives: more connections to the same file. */
export function sqliteDialect(first: Database, open: () => Database): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new SqliteDriver(first, open),
    createIntrospector: database => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/**
 * What `attempt` gives, tried again while another process has the file's
 * lock. It waits without holding up this process, as SQLite's own waiting
 * would. Rejects with SQLITE_BUSY once `deadlineMs` have passed.
 */
export async function whenFree<Value>(
  attempt: () => Value,
  deadlineMs = BUSY_DEADLINE_MS,
): Promise<Value> {
  const end = performance.now() + deadlineMs
  for (let pause = BUSY_PAUSE_FIRST_MS; ; pause *= 2) {
    try {
      return attempt()
    } catch (error) {
      const busy = sqliteCode(error) === SQLITE_BUSY
      if (!busy || performance.now() > end) throw error
    }
    await sleep(Math.random() * Math.min(pause, BUSY_PAUSE_MAX_MS))
  }
}

class SqliteDriver implements Driver {
  readonly #open: () => Database
  readonly #all: SqliteConnection[]
  readonly #idle: SqliteConnection[]
  readonly #waiting: ((connection: SqliteConnection) => void)[] = []
  #closed = false

  constructor(first: Database, open: () => Database) {
    this.#open = open
    this.#all = [new SqliteConnection(first)]
    this.#idle = [...this.#all]
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<SqliteConnection> {
    if (this.#closed) throw new Error('sqlite: the store is closed')
    const idle = this.#idle.pop()
    if (idle) return idle
    if (this.#all.length === CONNECTIONS_MAX)
      return new Promise(resolve => this.#waiting.push(resolve))
    const connection = new SqliteConnection(this.#open())
    this.#all.push(connection)
    return connection
  }

  /** At once a writer: who becomes one later may find that he cannot. */
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('BEGIN IMMEDIATE'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('COMMIT'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('ROLLBACK'))
  }

  async releaseConnection(connection: SqliteConnection): Promise<void> {
    const next = this.#waiting.shift()
    if (next) next(connection)
    else this.#idle.push(connection)
  }

  async destroy(): Promise<void> {
    this.#closed = true
    for (const connection of this.#all.splice(0)) connection.close()
    this.#idle.length = 0
  }
}

class SqliteConnection implements DatabaseConnection {
  readonly #database: Database
  readonly #statements = new Map<string, Statement>()

  constructor(database: Database) {
    this.#database = database
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const values = query.parameters.map(sqlValue)
    const rows = await whenFree(() => this.#prepared(query.sql).all(...values))
    return { rows: rows as R[] }
  }

  // biome-ignore lint/correctness/useYield: the interface asks for a generator
  async *streamQuery(): AsyncGenerator<never> {
    throw new Error('sqlite: read a page at a time instead of a stream')
  }

  close(): void {
    this.#statements.clear()
    this.#database.close()
  }

  #prepared(sql: string): Statement {
    const known = this.#statements.get(sql)
    if (known) return known
    if (this.#statements.size === STATEMENTS_MAX) this.#statements.clear()
    const statement = this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}

/** libsql aborts the whole process at a value that it does not know. */
function sqlValue(value: unknown): SqlValue {
  if (value === null || typeof value === 'string') return value
  if (typeof value === 'number' || value instanceof Uint8Array) return value
  throw new TypeError(`sqlite: no value of a column: ${typeof value}`)
}
