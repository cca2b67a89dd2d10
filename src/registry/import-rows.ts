/**
 * Makes terminals of an import's rows, within the transaction of its commit.
 * The database copies them itself, some at a time: SQLite works in this very
 * process, and terminals that are asked after meanwhile want their answer.
 * @module
 */
import { setImmediate } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from './context.js'
import {
  filingDate,
  LAST_OWN_NUMBER,
  numberedInSql,
  padded,
  passNumber,
  takeNumbers,
} from './numbers.js'
import type { RegistryDatabase, RegistryTransaction } from './tables.js'

/** Of one statement: so many take some hundredths of a second. */
const ROWS_AT_ONCE = 1000

/** Digits of a name of an entry that are its row's. */
const ROW_DIGITS = 8

/** Some rows of an import, and the number of the first that wants one. */
interface Some {
  import: string
  /** Without it, up to `last` with it. */
  behind: number
  last: number
  serial: number
}

/** Returns how many it has made. All rows must be good. */
export async function registerRows(
  context: Context,
  transaction: RegistryTransaction,
  id: string,
  who: string,
): Promise<number> {
  const { rows, wanting, highest } = await countOf(transaction, id)
  // Those numbers that the sheet brings are never given again.
  if (highest) await passNumber(transaction, highest)
  let serial = wanting > 0 ? await takeNumbers(transaction, wanting) : 0
  const now = context.clock()
  const entries = context.newId(now).slice(0, -ROW_DIGITS)
  for (let behind = 0; ; ) {
    const { last, wanting } = await next(transaction, id, behind)
    if (last === null) break
    const some = { import: id, behind, last, serial }
    await insertTerminals(transaction, some, now)
    await insertHistory(transaction, some, { entries, who, now })
    behind = last
    serial += wanting
    await setImmediate()
  }
  await transaction
    .updateTable('import')
    .set({ done: rows })
    .where('id', '=', id)
    .execute()
  return rows
}

/** Drops the rows of an import that is done or left, some at a time. */
export async function dropRows(
  database: RegistryDatabase,
  id: string,
): Promise<void> {
  for (;;) {
    const { last } = await next(database, id, 0)
    if (last === null) break
    await database
      .deleteFrom('import_row')
      .where('import', '=', id)
      .where('row', '<=', last)
      .execute()
    await setImmediate()
  }
}

const WANTING = sql<number>`count(*) - count(filing_number)`

function countOf(transaction: RegistryTransaction, id: string) {
  const own = sql<string>`CASE WHEN filing_number <= ${LAST_OWN_NUMBER}
    THEN filing_number END`
  return transaction
    .selectFrom('import_row')
    .select(({ fn }) => [
      fn.countAll<number>().as('rows'),
      WANTING.as('wanting'),
      fn.max(own).as('highest'),
    ])
    .where('import', '=', id)
    .executeTakeFirstOrThrow()
}

/** The last of the next rows, and how many of them want a number. */
function next(database: RegistryDatabase, id: string, behind: number) {
  return database
    .selectFrom(({ selectFrom }) =>
      selectFrom('import_row')
        .select(['row', 'filing_number'])
        .where('import', '=', id)
        .where('row', '>', behind)
        .orderBy('row')
        .limit(ROWS_AT_ONCE)
        .as('some'),
    )
    .select(({ fn }) => [
      fn.max<number | null>('row').as('last'),
      WANTING.as('wanting'),
    ])
    .executeTakeFirstOrThrow()
}

function insertTerminals(
  transaction: RegistryTransaction,
  { import: id, behind, last, serial }: Some,
  now: number,
) {
  const key = sql<string>`'import:' || import || ':' || CAST(${ROW} AS TEXT)`
  const before = sql<number>`sum(CASE WHEN filing_number IS NULL THEN 1 ELSE 0 END)
    OVER (ORDER BY ${ROW}) - 1`
  const own = numberedInSql(sql`CAST(${serial} AS BIGINT) + ${before}`)
  const at = sql<number>`CAST(${now} AS BIGINT)`
  const values = {
    receipt: sql.ref('receipt'),
    request_key: key,
    request_hash: key,
    state: sql`'active'`,
    filing_number: sql`coalesce(filing_number, ${own})`,
    filed_on: sql`coalesce(filed_on, ${filingDate(now)})`,
    name: sql.ref('name'),
    purpose: sql.ref('purpose'),
    version: sql.ref('version'),
    institution: sql.ref('institution'),
    developer: sql.ref('developer'),
    type: sql.ref('type'),
    org_id: sql.ref('org_id'),
    mac: sql.ref('mac'),
    revision: sql`1`,
    applied_at: at,
    changed_at: at,
  }
  return sql`
    INSERT INTO terminal (${sql.join(Object.keys(values).map(sql.ref))})
    SELECT ${sql.join(Object.values(values))} FROM import_row
    WHERE import = ${id} AND ${ROW} > ${behind} AND ${ROW} <= ${last}
    ORDER BY ${ROW}`.execute(transaction)
}

function insertHistory(
  transaction: RegistryTransaction,
  { import: id, behind, last }: Some,
  { entries, who, now }: { entries: string; who: string; now: number },
) {
  const entry = sql`CAST(${entries} AS TEXT) || ${padded(ROW, ROW_DIGITS)}`
  const detail = sql`'{"import":"' || import || '","filing_number":"'
    || terminal.filing_number || '"}'`
  return sql`
    INSERT INTO terminal_history
      (id, receipt, revision, at, who, action, detail)
    SELECT ${entry}, terminal.receipt, terminal.revision,
      CAST(${now} AS BIGINT), CAST(${who} AS TEXT), 'import', ${detail}
    FROM import_row JOIN terminal ON terminal.receipt = import_row.receipt
    WHERE import = ${id} AND ${ROW} > ${behind} AND ${ROW} <= ${last}
    ORDER BY ${ROW}`.execute(transaction)
}

/** A word of PostgreSQL's, so it is quoted. */
const ROW: RawBuilder<number> = sql.ref('row')
