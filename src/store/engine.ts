/**
 * Which SQLite there is, made to look the same: node:sqlite (Node 22 and
 * later), else libsql, whose binary comes inside its package.
 * @module
 */
import { createRequire } from 'node:module'

export type SqlValue = string | number | null | Uint8Array
export type Row = Record<string, SqlValue>

export interface Statement {
  run(...values: SqlValue[]): void
  get(...values: SqlValue[]): Row | undefined
  all(...values: SqlValue[]): Row[]
}

export interface Database {
  exec(sql: string): void
  prepare(sql: string): Statement
  close(): void
}

export type Engine = 'node:sqlite' | 'libsql'

interface Constructor {
  new (path: string): RawDatabase
}

interface RawDatabase {
  exec(sql: string): unknown
  prepare(sql: string): RawStatement
  close(): unknown
}

interface RawStatement {
  run(...values: unknown[]): unknown
  get(...values: unknown[]): unknown
  all(...values: unknown[]): unknown[]
}

const builtIn = loadBuiltIn()

/** The engine of this runtime. */
export const engine: Engine = builtIn ? 'node:sqlite' : 'libsql'

/**
 * A connection to the file at `path`, made where missing. Errors are the
 * engine's own; {@link sqliteCode} reads them.
 */
export function connect(path: string, wanted = engine): Database {
  if (wanted === 'node:sqlite' && builtIn) return connectBuiltIn(path, builtIn)
  return connectLibsql(path)
}

/** SQLite's primary result code, undefined where `error` is none of it. */
export function sqliteCode(error: unknown): number | undefined {
  const { errcode, rawCode } = error as { errcode?: number; rawCode?: number }
  const code = errcode ?? rawCode
  return code === undefined ? undefined : code & 0xff
}

/** Without the "experimental" warning that Node 22 prints on loading it. */
function loadBuiltIn(): Constructor | undefined {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    const found = process.getBuiltinModule('node:sqlite')
    return (found as { DatabaseSync: Constructor } | undefined)?.DatabaseSync
  } finally {
    process.emitWarning = emitWarning
  }
}

function connectBuiltIn(path: string, Built: Constructor): Database {
  const raw = new Built(path)
  return {
    exec: sql => void raw.exec(sql),
    close: () => void raw.close(),
    prepare(sql) {
      const statement = raw.prepare(sql)
      return {
        run: (...values) => void statement.run(...values),
        get: (...values) => statement.get(...values) as Row | undefined,
        all: (...values) => statement.all(...values) as Row[],
      }
    },
  }
}

/**
 * Values go in as one array, because a lone object would be taken for named
 * parameters. `get` is made of `all`, because libsql's own leaves the
 * statement halfway: it holds its lock, and answers for the values before.
 * The file stays open after close() until the statements are collected.
 */
function connectLibsql(path: string): Database {
  const Libsql: Constructor = createRequire(import.meta.url)('libsql')
  const raw = new Libsql(path)
  return {
    exec: sql => void raw.exec(sql),
    close: () => void raw.close(),
    prepare(sql) {
      const statement = raw.prepare(sql)
      const all = (...values: SqlValue[]) => statement.all(values).map(bytes)
      return {
        run: (...values) => void statement.run(values),
        get: (...values) => all(...values)[0],
        all,
      }
    },
  }
}

/** A fresh `row`; libsql gives an ArrayBuffer for a blob. */
function bytes(row: unknown): Row {
  const values = row as Record<string, SqlValue | ArrayBuffer>
  for (const [name, value] of Object.entries(values))
    if (value instanceof ArrayBuffer) values[name] = new Uint8Array(value)
  return row as Row
}
