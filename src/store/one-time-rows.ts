/**
 * The table of what is good once, and a space's part of it as a whole.
 * @module
 */
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Migrations } from './migrate.js'

export interface Tables {
  one_time: {
    space: string
    hash: string
    owner: string
    expires_at: number
    uses: number
  }
}

export const migrations: Migrations = {
  name: 'one-time',
  steps: [
    [
      `CREATE TABLE one_time (
        space TEXT NOT NULL,
        hash TEXT NOT NULL,
        owner TEXT NOT NULL,
        expires_at BIGINT NOT NULL,
        uses BIGINT NOT NULL,
        PRIMARY KEY (space, hash)
      )`,
      'CREATE INDEX one_time_by_expiry ON one_time (space, expires_at)',
    ],
  ],
}

/** Each: hash, owner, expires_at, uses. */
export const oneTimeRows = z.array(
  z.tuple([z.string(), z.string(), z.int(), z.int()]),
)
export type OneTimeRows = z.infer<typeof oneTimeRows>

/** Of one statement: SQLite takes 32766 values, a row has 5. */
const ROWS_OF_STATEMENT = 1000

/** Makes `rows` all that `space` has, in one transaction. */
export async function loadRows(
  database: Kysely<Tables>,
  space: string,
  rows: OneTimeRows,
): Promise<void> {
  const all = rows.map(([hash, owner, expires_at, uses]) => ({
    ...{ space, hash, owner, expires_at, uses },
  }))
  await database.transaction().execute(async transaction => {
    await transaction
      .deleteFrom('one_time')
      .where('space', '=', space)
      .execute()
    for (let at = 0; at < all.length; at += ROWS_OF_STATEMENT)
      await transaction
        .insertInto('one_time')
        .values(all.slice(at, at + ROWS_OF_STATEMENT))
        .execute()
  })
}
