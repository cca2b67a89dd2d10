/**
 * Brings a room's tables in a shared database up to what the program knows.
 * @module
 */
import { type Kysely, sql, type Transaction } from 'kysely'
import { text } from '../texts/index.js'
import { StoreError } from './sqlite.js'

/** What a room keeps in a database. Rooms do not know each other's. */
export interface Migrations {
  /** The room's name, never changed. */
  name: string
  /**
   * Each the statements of one step, in the SQL that both engines share. A
   * step that was ever released is not changed: a new one is added.
   */
  steps: readonly (readonly string[])[]
}

/** How far each room's tables have come. */
export interface Versions {
  store_version: { name: string; version: number }
}

/** Of our own choosing; PostgreSQL's advisory locks are plain numbers. */
const LOCK = 990_001

/**
 * Runs the steps that the database has not seen, in one transaction and one
 * opener at a time. `shown` names the database in an error. Throws
 * {@link StoreError} where a newer program has made it.
 */
export async function migrate(
  database: Kysely<Versions>,
  shown: string,
  migrations: Migrations,
  engine: 'sqlite' | 'postgres',
): Promise<void> {
  const { name, steps } = migrations
  // Most openers find all done, and need not wait for a writer's lock.
  const seen = await versionOf(database, name).catch(() => 0)
  if (seen === steps.length) return
  await database.transaction().execute(async transaction => {
    if (engine === 'postgres')
      await sql`SELECT pg_advisory_xact_lock(${LOCK})`.execute(transaction)
    await sql.raw(VERSIONS).execute(transaction)
    const version = await versionOf(transaction, name)
    if (version > steps.length)
      throw new StoreError(text('store.newer', { path: shown, version }))
    for (const statement of steps.slice(version).flat())
      await sql.raw(statement).execute(transaction)
    await noteVersion(transaction, name, steps.length)
  })
}

const VERSIONS = `
  CREATE TABLE IF NOT EXISTS store_version (
    name TEXT PRIMARY KEY,
    version BIGINT NOT NULL
  )`

async function versionOf(database: Kysely<Versions>, name: string) {
  const row = await database
    .selectFrom('store_version')
    .select('version')
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.version ?? 0
}

async function noteVersion(
  transaction: Transaction<Versions>,
  name: string,
  version: number,
) {
  await transaction
    .insertInto('store_version')
    .values({ name, version })
    .onConflict(conflict => conflict.column('name').doUpdateSet({ version }))
    .execute()
}
