/**
 * PostgreSQL for Kysely: a pool whose every wait ends.
 * @module
 */
import { type Dialect, PostgresDialect } from 'kysely'
import pg from 'pg'

/** Many processes share one server, which has 100 connections by default. */
const CONNECTIONS_MAX = 8

/**
 * To a server that does not answer, or until another request of this process
 * gives a connection back. A server that a hundred processes connect to at
 * once answers the last after seconds.
 */
const CONNECT_DEADLINE_MS = 10_000

/**
 * A statement of ours takes milliseconds, a part of an import a second; the
 * rest is waiting for a row that others change.
 */
const STATEMENT_DEADLINE_MS = 30_000

/** One that stops in a transaction loses its locks while others still wait. */
const IDLE_TRANSACTION_MS = 20_000

/** The OID of BIGINT; ours are times and counts, which a number holds. */
const INT8 = 20

/**
 * The dialect for the server at `url`, postgres://user:password@host/name.
 * Connects when first used, and again after the server was away.
 */
export function postgresDialect(url: string): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS_MAX,
    application_name: 'nationec',
    connectionTimeoutMillis: CONNECT_DEADLINE_MS,
    query_timeout: STATEMENT_DEADLINE_MS,
    statement_timeout: STATEMENT_DEADLINE_MS,
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_MS,
    keepAlive: true,
    types: { getTypeParser },
  })
  // A connection may be lost while nobody uses it, or between two queries of
  // who does: the next query says so, and the next connection is a new one.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  return new PostgresDialect({ pool })
}

/** `url` as it may be shown: without its password. */
export function withoutPassword(url: string): string {
  try {
    const shown = new URL(url)
    shown.password = ''
    shown.search = ''
    return shown.href
  } catch {
    return 'postgres://…'
  }
}

const getTypeParser: typeof pg.types.getTypeParser = (id, format) =>
  id === INT8 ? Number : pg.types.getTypeParser(id, format)
