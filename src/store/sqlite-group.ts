/**
 * Statements of many callers in one SQLite file: all that are run in one turn
 * of the event loop are one transaction.
 * @module
 */
import type { Database, Row, SqlValue, Statement } from './engine.js'
import { createGroupCommit, type GroupCommit } from './group-commit.js'
import type { LogFlush } from './log-flush.js'
import { whenFree } from './sqlite-dialect.js'

/** Runs a statement; what it wrote is on the disk once that was watched. */
export type Run = (...values: SqlValue[]) => Promise<Row[]>

export interface SqliteGroup {
  /** They are run in the order in which they were asked for. */
  prepare(sql: string): Run
  /** See {@link GroupCommit.watch}. */
  watch: GroupCommit['watch']
  /** Commits what was run. */
  close(): void
}

/**
 * Over a connection of its own, which `open` makes once it is needed, and
 * whose commits `log` brings to the disk.
 */
export function createSqliteGroup(
  open: () => Database,
  log: LogFlush,
): SqliteGroup {
  let database: Database | undefined
  let closed = false
  const connection = () => {
    if (closed) throw new Error('sqlite: the store is closed')
    database ??= open()
    return database
  }
  const { begin, end, watch } = createGroupCommit(
    sql => connection().exec(sql),
    log.flush,
  )
  let begun: Promise<void> | undefined
  const beginTurn = () => {
    begun ??= whenFree(begin).finally(() => {
      begun = undefined
    })
    return begun
  }
  return {
    prepare(sql) {
      let statement: Statement | undefined
      return async (...values) => {
        await beginTurn()
        statement ??= connection().prepare(sql)
        return statement.all(...values)
      }
    },
    watch,
    close() {
      if (closed) return
      end()
      closed = true
      log.close()
      database?.close()
    },
  }
}
