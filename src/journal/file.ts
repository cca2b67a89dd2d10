/**
 * The file under the journal: opened when needed, replaced when damaged.
 *
 * What survives: a row is in the file system when write() returns, so a
 * killed daemon loses none. Against a power cut, `sent` and all rows before
 * it are on the disk when write() returns, so that a call which may have
 * reached the platform is never forgotten; later rows follow with the next
 * `sent` or checkpoint. To that end the WAL is synced (synchronous = FULL) at
 * `sent` alone: one sync a call instead of six.
 * @module
 */
import type { Sealer } from '../gm/seal.js'
import type { Database, Statement } from '../store/engine.js'
import { openDatabase } from '../store/sqlite.js'
import { isDamage, JournalError, kindOf, moveAside } from './damage.js'
import { hostAndPath } from './host-and-path.js'
import type { Entry, Facts } from './steps.js'
import { EXPIRE, INSERT, MIGRATIONS } from './tables.js'

const DAY_MS = 86_400_000

/** A disk that damages more files than this is not cured by another one. */
const MOVED_MAX = 3

export interface JournalClock {
  /** Milliseconds since 1970. */
  now(): number
  /** Milliseconds that never jump. */
  monotonic(): number
}

export interface FileOptions {
  path: string
  /** Rows older than this are deleted when the file is opened. */
  keepDays: number
  /** Told of each kind of failure once, until a row can be written again. */
  onError: (error: JournalError) => void
  clock?: JournalClock
  open?: typeof openDatabase
}

const systemClock: JournalClock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
}

interface Connection {
  database: Database
  insert: Statement
}

export class JournalFile {
  readonly #options: FileOptions
  readonly #clock: JournalClock
  readonly #reported = new Set<string>()
  #connection: Connection | undefined
  #moved = 0
  #closed = false

  constructor(options: FileOptions) {
    this.#options = options
    this.#clock = options.clock ?? systemClock
  }

  /** Runs `work`; a failure is reported once for each kind, not thrown. */
  attempt(work: () => void): void {
    try {
      work()
      this.#reported.clear()
    } catch (error) {
      const kind = kindOf(error)
      if (this.#reported.has(kind)) return
      this.#reported.add(kind)
      this.#options.onError(JournalError.from(error, this.#options.path))
    }
  }

  /** Gives `work` the open file; where it proves damaged, a new one. */
  use<Result>(work: (connection: Connection) => Result): Result {
    try {
      return work(this.#connect())
    } catch (error) {
      if (!isDamage(error) || this.#moved === MOVED_MAX) throw error
      this.#replace()
      return work(this.#connect())
    }
  }

  write(entry: Entry, sealer: Sealer): void {
    const { call, step, facts, sealed } = entry
    const secret = sealed ? sealer.seal(JSON.stringify(sealed)) : null
    const values = [
      call,
      step,
      this.#clock.now(),
      this.#clock.monotonic(),
      JSON.stringify(clear(facts), wholeCharacters),
      secret,
    ]
    this.use(({ database, insert }) => {
      if (step === 'sent') durably(database, () => insert.run(...values))
      else insert.run(...values)
    })
  }

  close(): void {
    this.#closed = true
    // So that journal.db alone is the whole journal once the daemon is gone.
    this.attempt(() =>
      this.#connection?.database.exec('PRAGMA wal_checkpoint(TRUNCATE)'),
    )
    this.#disconnect()
  }

  #connect(): Connection {
    if (this.#closed) throw JournalError.closed(this.#options.path)
    this.#connection ??= this.#open()
    return this.#connection
  }

  #open(): Connection {
    const { path, keepDays, open = openDatabase } = this.#options
    const database = open(path, MIGRATIONS)
    try {
      database.prepare(EXPIRE).run(this.#clock.now() - keepDays * DAY_MS)
      return { database, insert: database.prepare(INSERT) }
    } catch (error) {
      database.close()
      throw error
    }
  }

  #replace(): void {
    const { path, onError } = this.#options
    this.#disconnect()
    this.#moved += 1
    const aside = moveAside(path, this.#clock.now())
    onError(JournalError.movedAside(path, aside))
  }

  #disconnect(): void {
    this.#connection?.database.close()
    this.#connection = undefined
  }
}

/** `write` is on the disk, with all that went before it, when this returns. */
function durably(database: Database, write: () => void): void {
  database.exec('PRAGMA synchronous = FULL')
  try {
    write()
  } finally {
    database.exec('PRAGMA synchronous = NORMAL')
  }
}

function clear(facts: Facts): Facts {
  const { strUrl } = facts
  if (typeof strUrl !== 'string') return facts
  return { ...facts, strUrl: hostAndPath(strUrl) }
}

/**
 * Half a surrogate pair is legal in a caller's JSON and in no UTF-8: libsql
 * ends the process that reads one back.
 */
function wholeCharacters(_key: string, value: unknown): unknown {
  return typeof value === 'string'
    ? value.replace(/\p{Surrogate}/gu, '\ufffd')
    : value
}
