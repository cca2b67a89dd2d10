/**
 * Opens a database file as we want all of ours: private, in WAL mode (readers
 * never wait for the writer), and with the newest tables.
 * @module
 */
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { text } from '../texts/index.js'
import { connect, type Database } from './engine.js'

/**
 * How long a statement waits for another process's lock. It blocks the whole
 * process, so no longer than a caller does not notice.
 */
const BUSY_MS = 250

/** The file is there but is not one this program can use. */
export class StoreError extends Error {
  override name = 'StoreError'
  readonly code = 'STORE_UNUSABLE'
}

/**
 * The database at `path`, made where missing: folder 0700, file 0600.
 * `migrations` is all SQL that ever made its tables, oldest first; those
 * that the file has not seen are run in one transaction.
 * Throws {@link StoreError} where the file is of a newer program, else the
 * engine's or the system's error.
 */
export function openDatabase(
  path: string,
  migrations: readonly string[],
): Database {
  return openFile(path, database => migrate(database, path, migrations))
}

/** The same with no tables of its own: what is in it, `prepare` looks after. */
export function openFile(
  path: string,
  prepare: (database: Database) => void,
): Database {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  closeSync(openSync(path, 'a', 0o600))
  return setUp(connect(path), database => {
    database.exec('PRAGMA journal_mode = WAL')
    database.exec('PRAGMA synchronous = NORMAL')
    database.exec('PRAGMA foreign_keys = ON')
    prepare(database)
  })
}

/**
 * The same for reading only, while another process may write: it makes and
 * changes nothing. Throws {@link StoreError} where there is no file or its
 * tables are not those of `migrations`.
 */
export function readDatabase(
  path: string,
  migrations: readonly string[],
): Database {
  if (!existsSync(path)) throw new StoreError(text('store.missing', { path }))
  return setUp(connect(path), database => {
    database.exec('PRAGMA query_only = ON')
    const version = versionOf(database, path, migrations)
    if (version < migrations.length)
      throw new StoreError(text('store.older', { path }))
  })
}

function setUp(
  database: Database,
  prepare: (database: Database) => void,
): Database {
  try {
    database.exec(`PRAGMA busy_timeout = ${BUSY_MS}`)
    prepare(database)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Asks for the version under the lock, so that two openers do not clash. */
function migrate(
  database: Database,
  path: string,
  migrations: readonly string[],
): void {
  database.exec('BEGIN IMMEDIATE')
  try {
    const done = versionOf(database, path, migrations)
    for (const sql of migrations.slice(done)) database.exec(sql)
    database.exec(`PRAGMA user_version = ${migrations.length}`)
    database.exec('COMMIT')
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}

/** How many of `migrations` the file has seen. */
function versionOf(
  database: Database,
  path: string,
  migrations: readonly string[],
): number {
  const row = database.prepare('PRAGMA user_version').get()
  const version = Number(row?.user_version)
  if (version > migrations.length)
    throw new StoreError(text('store.newer', { path, version }))
  return version
}
