/**
 * What is good once and for one, or for a time: codes, tickets, tokens. The
 * database decides, so any number of processes may ask.
 * @module
 */
import { hash } from 'node:crypto'
import type { Row } from './engine.js'
import type { Kept } from './group-commit.js'
import {
  loadRows,
  migrations,
  type OneTimeRows,
  oneTimeRows,
  type Tables,
} from './one-time-rows.js'
import type { Store } from './store.js'

/**
 * How long something is remembered after its time, so that "used" and
 * "expired" stay different from "unknown" while somebody looks for a fault.
 */
export const REMEMBERED_MS = 3_600_000

/** After so many that were issued, what need not be remembered is deleted. */
const FORGET_EVERY = 1000

/** What became of an attempt to use something up. */
export type Consumption =
  | { verdict: 'ok' | 'replayed' | 'expired'; owner: string }
  | { verdict: 'unknown' }

/** The one-time things of one space: no space sees another's. */
export interface OneTime {
  /**
   * Makes `hash` good at `now` and until `expiresAt`, in milliseconds since
   * 1970. `owner` is whom or what it stands for. Rejects where it was given
   * before.
   */
  issue(
    given: { hash: string; owner: string; expiresAt: number },
    now: number,
  ): Promise<void>
  /**
   * Uses `hash` up at `now`. Of any number of attempts exactly one is "ok"
   * (XJ-D01-2019, 4.11); the others are told apart for as long as it is
   * remembered. Rejects where the store is away: then nobody may act as if it
   * had been good.
   */
  consume(hash: string, now: number): Promise<Consumption>
  /** What {@link OneTime.consume} would say, and it stays as it is. */
  look(hash: string, now: number): Promise<Consumption>
  /** Of all that was changed: an answer waits for it. */
  watch(): Kept
  /** Forgets everything. */
  clear(): Promise<void>
  /** Everything, as plain JSON. */
  save(): Promise<OneTimeRows>
  /** Everything as `rows` have it. */
  load(rows: OneTimeRows): Promise<void>
}

/**
 * What is kept of a secret text. `kind` keeps the kinds apart: one that is
 * good as a face's authorisation is none as a code.
 */
export function oneTimeHash(kind: string, secret: string): string {
  return hash('sha256', `${kind}\0${secret}`)
}

/** Of an attempt: what came too late, and was never used, stays at 0. */
const USES = 'uses + CASE WHEN uses > 0 OR expires_at >= ? THEN 1 ELSE 0 END'

/** Both engines lock the row, so no two attempts see the same number of uses. */
const CONSUME = `UPDATE one_time SET uses = ${USES}
  WHERE space = ? AND hash = ? RETURNING uses, owner`

const LOOK = `SELECT ${USES} AS uses, owner FROM one_time
  WHERE space = ? AND hash = ?`

const ISSUE = `INSERT INTO one_time (space, hash, owner, expires_at, uses)
  VALUES (?, ?, ?, ?, 0)`

const FORGET = 'DELETE FROM one_time WHERE space = ? AND expires_at < ?'

const CLEAR = 'DELETE FROM one_time WHERE space = ?'

const SAVE = `SELECT hash, owner, expires_at, uses FROM one_time
  WHERE space = ? ORDER BY hash`

/** The one-time things of `store`, by space. */
export async function openOneTime(
  store: Store,
): Promise<(space: string) => OneTime> {
  const database = await store.open<Tables>(migrations)
  const issue = store.prepare(ISSUE)
  const consume = store.prepare(CONSUME)
  const look = store.prepare(LOOK)
  const forget = store.prepare(FORGET)
  const clear = store.prepare(CLEAR)
  const save = store.prepare(SAVE)
  let issued = 0
  return space => ({
    async issue({ hash, owner, expiresAt }, now) {
      await issue(space, hash, owner, expiresAt)
      issued += 1
      if (issued % FORGET_EVERY > 0) return
      // Whose clock is ahead of the world's may share the store with others.
      const earliest = Math.min(now, Date.now())
      await forget(space, earliest - REMEMBERED_MS)
    },
    consume: async (hash, now) => verdictOf(await consume(now, space, hash)),
    look: async (hash, now) => verdictOf(await look(now, space, hash)),
    watch: store.watch,
    clear: async () => void (await clear(space)),
    save: async () => oneTimeRows.parse((await save(space)).map(Object.values)),
    load: rows => loadRows(database, space, rows),
  })
}

function verdictOf([row]: Row[]): Consumption {
  if (!row) return { verdict: 'unknown' }
  const owner = String(row.owner)
  if (row.uses === 0) return { verdict: 'expired', owner }
  return { verdict: row.uses === 1 ? 'ok' : 'replayed', owner }
}
