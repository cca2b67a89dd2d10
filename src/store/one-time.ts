/**
 * What may be used once and by one: codes, tickets, requests. The database
 * decides, so any number of processes may ask.
 * @module
 */
import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Migrations } from './migrate.js'
import type { Store } from './store.js'

/** What became of an attempt to use something up. */
export type Consumption =
  | { verdict: 'ok' | 'replayed'; owner: string; usedBy: string }
  | { verdict: 'expired'; owner: string }
  | { verdict: 'unknown' }

export interface OneTime {
  /**
   * Makes `hash` good for one use until `expiresAt` (milliseconds since 1970).
   * `owner` is who it was given to. Rejects where it was given before.
   */
  issue(given: {
    hash: string
    owner: string
    expiresAt: number
  }): Promise<void>
  /**
   * Uses `hash` up at `now` for `who`. Of any number of attempts exactly one
   * is "ok" (XJ-D01-2019, 4.11); the others are told apart for as long as
   * {@link OneTime.forget} lets them. Rejects where the store is away: then
   * nobody may act as if it had been good.
   */
  consume(hash: string, now: number, who: string): Promise<Consumption>
  /** Drops whatever expired before `before`. */
  forget(before: number): Promise<void>
}

/**
 * What is kept of a secret text. `kind` keeps the kinds apart: one that is
 * good as a face's authorisation is none as a code.
 */
export function oneTimeHash(kind: string, secret: string): string {
  return createHash('sha256').update(`${kind}\0${secret}`).digest('hex')
}

interface Tables {
  one_time: {
    hash: string
    owner: string
    expires_at: number
    uses: number
    used_at: number | null
    used_by: string | null
  }
}

const migrations: Migrations = {
  name: 'one-time',
  steps: [
    [
      `CREATE TABLE one_time (
        hash TEXT PRIMARY KEY,
        owner TEXT NOT NULL,
        expires_at BIGINT NOT NULL,
        uses BIGINT NOT NULL DEFAULT 0,
        used_at BIGINT,
        used_by TEXT
      )`,
      'CREATE INDEX one_time_by_expiry ON one_time (expires_at)',
    ],
  ],
}

/** The one-time things of `store`. */
export async function openOneTime(store: Store): Promise<OneTime> {
  const database = await store.open<Tables>(migrations)
  return {
    issue: async ({ hash, owner, expiresAt }) => {
      await database
        .insertInto('one_time')
        .values({ hash, owner, expires_at: expiresAt, uses: 0 })
        .execute()
    },
    consume: (hash, now, who) => consume(database, hash, now, who),
    forget: async before => {
      await database
        .deleteFrom('one_time')
        .where('expires_at', '<', before)
        .execute()
    },
  }
}

/**
 * One statement: both engines lock the row, so no two attempts see the same
 * number of uses. An attempt that comes too late counts for nothing.
 */
async function consume(
  database: Kysely<Tables>,
  hash: string,
  now: number,
  who: string,
): Promise<Consumption> {
  const first = sql<boolean>`(uses = 0 AND expires_at > ${now})`
  const row = await database
    .updateTable('one_time')
    .set({
      uses: sql`uses + CASE WHEN uses > 0 OR ${first} THEN 1 ELSE 0 END`,
      used_at: sql`CASE WHEN ${first} THEN ${now} ELSE used_at END`,
      used_by: sql`CASE WHEN ${first} THEN ${who} ELSE used_by END`,
    })
    .where('hash', '=', hash)
    .returning(['uses', 'owner', 'used_by'])
    .executeTakeFirst()
  if (!row) return { verdict: 'unknown' }
  const { uses, owner, used_by: usedBy } = row
  if (usedBy === null) return { verdict: 'expired', owner }
  return { verdict: uses === 1 ? 'ok' : 'replayed', owner, usedBy }
}
