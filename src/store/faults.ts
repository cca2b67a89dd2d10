/**
 * Tells the errors of both engines apart.
 * @module
 */
import { sqliteCode } from './engine.js'

/** BUSY, IOERR, FULL, CANTOPEN, READONLY, CORRUPT of SQLite. */
const SQLITE_AWAY = [5, 8, 10, 11, 13, 14]
const SQLITE_CONSTRAINT = 19
const POSTGRES_UNIQUE = '23505'

/** Connection, resources, intervention, system: classes of SQLSTATE. */
const POSTGRES_AWAY = /^(08|53|57|58)/
/** A server that becomes a standby refuses to write. */
const POSTGRES_READ_ONLY = '25006'
const SYSTEM_AWAY =
  /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ENOENT)$/
/** pg has no code for these. */
const PG_AWAY = /terminat|timeout|timed out|not queryable|closed/i

/**
 * Whether `error` says that the value of `column` in `table` is taken. Its
 * unique index is called `table_column`.
 */
export function isTaken(error: unknown, table: string, column: string) {
  const { code, constraint, message } = fieldsOf(error)
  if (code === POSTGRES_UNIQUE) return constraint === `${table}_${column}`
  if (sqliteCode(error) !== SQLITE_CONSTRAINT) return false
  return message.endsWith(`UNIQUE constraint failed: ${table}.${column}`)
}

/** Whether `error` says that the store cannot be used now, rather than what was asked. */
export function isAway(error: unknown): boolean {
  const sqlite = sqliteCode(error)
  if (sqlite !== undefined) return SQLITE_AWAY.includes(sqlite)
  const { code, message } = fieldsOf(error)
  if (code === POSTGRES_READ_ONLY || POSTGRES_AWAY.test(code)) return true
  return SYSTEM_AWAY.test(code) || (code === '' && PG_AWAY.test(message))
}

function fieldsOf(error: unknown) {
  if (!(error instanceof Error))
    return { code: '', constraint: '', message: '' }
  const { code, constraint } = error as { code?: string; constraint?: string }
  return {
    code: code ?? '',
    constraint: constraint ?? '',
    message: error.message,
  }
}
