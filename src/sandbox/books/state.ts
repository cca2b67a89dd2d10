/**
 * What the platforms remember, in one SQLite file: books of entries, each book
 * the property of one platform. The file is all there is: nothing is kept in
 * memory beside it for longer than a turn of the event loop, so that a snapshot
 * is a copy of its rows.
 *
 * What is answered after it was watched has survived a crash of the process,
 * and of the machine.
 * @module
 */
import { z } from 'zod'
import type { Database, Row } from '../../store/engine.js'
import {
  createGroupCommit,
  type GroupCommit,
} from '../../store/group-commit.js'
import { createLogFlush } from '../../store/log-flush.js'
import { openDatabase } from '../../store/sqlite.js'
import type { Clock } from '../platform.js'
import { TurnCache } from './turn-cache.js'

/** Entries of one kind, of one platform. */
export interface Book<Value> {
  get(key: string): Value | undefined
  /** `dies`: when the entry may be forgotten, in ms; never where left out. */
  set(key: string, value: Value, dies?: number): void
  delete(key: string): void
  /** In the order of their keys. */
  entries(): [key: string, value: Value][]
}

/** Rows: owner, book, key, value as JSON, dies. */
export const snapshot = z.array(
  z.tuple([z.string(), z.string(), z.string(), z.string(), z.int().nullable()]),
)
export type Snapshot = z.infer<typeof snapshot>

/** What the platforms of one space remember: no space sees another's. */
export interface State {
  /** The book `name` of the platform `owner`; what it has fits `schema`. */
  book<Value>(
    owner: string,
    name: string,
    schema: z.ZodType<Value>,
  ): Book<Value>
  /** See {@link GroupCommit.watch}. */
  readonly watch: GroupCommit['watch']
  /** Everything, as plain JSON. */
  save(): Snapshot
  /** Everything as `saved` has it; [] is a space where nothing has happened. */
  load(saved: unknown): void
}

export interface StateFile {
  /** The state of the space `name`, whose entries die by `clock`. */
  space(name: string, clock: Clock): State
  /** Commits what was written. Idempotent. */
  close(): void
}

/** After so many writes, what has died is deleted. */
const FORGET_EVERY = 1000

const migrations = [
  `CREATE TABLE entry (
     space TEXT NOT NULL, owner TEXT NOT NULL, book TEXT NOT NULL,
     key TEXT NOT NULL, value TEXT NOT NULL, dies INTEGER,
     PRIMARY KEY (space, owner, book, key)
   ) WITHOUT ROWID;
   CREATE INDEX entry_dies ON entry (space, dies) WHERE dies IS NOT NULL`,
]

/** The file at `path`, made where missing. Throws as openDatabase does. */
export function openStateFile(path: string): StateFile {
  const database = openDatabase(path, migrations)
  const log = createLogFlush(path)
  const commit = createGroupCommit(sql => database.exec(sql), log.flush)
  const access = {
    ...prepare(database),
    rows: new TurnCache<Row | undefined>(),
  }
  let open = true
  return {
    space: (name, clock) => createState(name, clock, access, commit),
    close() {
      if (!open) return
      open = false
      commit.end()
      log.close()
      database.close()
    },
  }
}

interface Access extends ReturnType<typeof prepare> {
  /** By space, owner, book and key. */
  rows: TurnCache<Row | undefined>
}

function prepare(database: Database) {
  const entry = 'space = ? AND owner = ? AND book = ? AND key = ?'
  return {
    read: database.prepare(`SELECT value FROM entry WHERE ${entry}`),
    list: database.prepare(
      'SELECT key, value FROM entry ' +
        'WHERE space = ? AND owner = ? AND book = ? ORDER BY key',
    ),
    write: database.prepare(
      'INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE ' +
        'SET value = excluded.value, dies = excluded.dies',
    ),
    remove: database.prepare(`DELETE FROM entry WHERE ${entry}`),
    forget: database.prepare('DELETE FROM entry WHERE space = ? AND dies < ?'),
    all: database.prepare(
      'SELECT owner, book, key, value, dies FROM entry WHERE space = ?',
    ),
    clear: database.prepare('DELETE FROM entry WHERE space = ?'),
  }
}

function createState(
  space: string,
  clock: Clock,
  { read, list, write, remove, forget, all, clear, rows }: Access,
  { begin, watch }: GroupCommit,
): State {
  let writes = 0
  const beginWrite = () => {
    begin()
    rows.clear()
  }
  return {
    book<Value>(owner: string, name: string, schema: z.ZodType<Value>) {
      const parsed = (row: Row) => schema.parse(JSON.parse(String(row.value)))
      return {
        get(key) {
          const entry = [space, owner, name, key] as const
          const row = rows.get(entry.join('\0'), () => read.get(...entry))
          return row && parsed(row)
        },
        set(key, value, dies) {
          beginWrite()
          const json = JSON.stringify(value)
          write.run(space, owner, name, key, json, dies ?? null)
          writes += 1
          if (writes % FORGET_EVERY === 0) forget.run(space, clock())
        },
        delete(key) {
          beginWrite()
          remove.run(space, owner, name, key)
        },
        entries: () =>
          list
            .all(space, owner, name)
            .map(row => [String(row.key), parsed(row)]),
      } satisfies Book<Value>
    },
    watch,
    save: () => snapshot.parse(all.all(space).map(row => Object.values(row))),
    load(saved) {
      const entries = snapshot.parse(saved)
      beginWrite()
      clear.run(space)
      for (const entry of entries) write.run(space, ...entry)
    },
  }
}
