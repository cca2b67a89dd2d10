/**
 * What goes wrong with the journal's file.
 * @module
 */
import { existsSync, renameSync } from 'node:fs'
import { sqliteCode } from '../store/engine.js'
import { StoreError } from '../store/sqlite.js'
import { text } from '../texts/index.js'

/** Result codes of SQLite. */
const CORRUPT = 11
const FULL = 13
const NOT_A_DATABASE = 26

/** The journal could not be written or was replaced; calls went on. */
export class JournalError extends Error {
  override name = 'JournalError'

  constructor(
    readonly code: 'FULL' | 'UNWRITABLE' | 'MOVED_ASIDE' | 'CLOSED',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }

  /** `error` in the words of a person who has to do something about it. */
  static from(error: unknown, path: string): JournalError {
    if (error instanceof JournalError) return error
    const cause = { cause: error }
    if (isFull(error))
      return new JournalError('FULL', text('journal.full', { path }), cause)
    const reason = error instanceof StoreError ? error.message : kindOf(error)
    const message = text('journal.unwritable', { path, reason })
    return new JournalError('UNWRITABLE', message, cause)
  }

  static movedAside(path: string, aside: string): JournalError {
    const message = text('journal.moved-aside', { path, aside })
    return new JournalError('MOVED_ASIDE', message)
  }

  static closed(path: string): JournalError {
    return new JournalError('CLOSED', text('journal.closed', { path }))
  }
}

/** Whether the file itself is broken, so that only another one helps. */
export function isDamage(error: unknown): boolean {
  const code = sqliteCode(error)
  return code === CORRUPT || code === NOT_A_DATABASE
}

/** One word for errors that have the same cure, such as ENOSPC, SQLite 10. */
export function kindOf(error: unknown): string {
  const sqlite = sqliteCode(error)
  if (sqlite !== undefined) return `SQLite ${sqlite}`
  const { code, name } = error as NodeJS.ErrnoException
  return code ?? name
}

/**
 * Renames the database to `<path>.damaged-<time>`, with its WAL, and returns
 * that name. The WAL goes first: beside a new database it would be taken for
 * the new one's.
 */
export function moveAside(path: string, now: number): string {
  const stamp = new Date(now).toISOString().replace(/\D/g, '')
  const aside = `${path}.damaged-${stamp}`
  if (existsSync(aside)) return moveAside(path, now + 1)
  for (const part of ['-wal', '-shm', ''])
    if (existsSync(path + part)) renameSync(path + part, aside + part)
  return aside
}

function isFull(error: unknown): boolean {
  return sqliteCode(error) === FULL || kindOf(error) === 'ENOSPC'
}
