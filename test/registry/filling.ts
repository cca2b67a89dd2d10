/**
 * Many terminals at once, by the database itself and straight into the table.
 * @module
 */
import { sql } from 'kysely'
import { migrations, type Tables } from '../../src/registry/tables.js'
import type { Store } from '../../src/store/store.js'
import { application } from './terminals.js'

/** Of one statement, so that none meets its deadline. */
const FILL_ROWS = 50_000

/**
 * Puts `count` terminals in use into `store`, as application() and
 * numbered() have them.
 */
export async function fill(store: Store, count: number): Promise<void> {
  const database = await store.open<Tables>(migrations)
  const run = (statement: string) => sql.raw(statement).execute(database)
  for (let from = 1; from <= count; from += FILL_ROWS)
    await run(
      filling(store.engine, from, Math.min(FILL_ROWS, count + 1 - from)),
    )
  await run(`UPDATE filing_counter SET last = ${count}`)
}

function filling(engine: Store['engine'], from: number, count: number) {
  const padded =
    engine === 'sqlite'
      ? (digits: number) => `printf('%0${digits}d', i)`
      : (digits: number) => `lpad(i::text, ${digits}, '0')`
  const hex =
    engine === 'sqlite' ? `printf('%06x', i)` : `lpad(to_hex(i), 6, '0')`
  const pairs = [1, 3, 5].map(at => `substr(${hex}, ${at}, 2)`)
  const { orgId, mac, ...same } = application(0)
  const values = {
    ...Object.fromEntries(
      Object.entries({ ...same, org_id: orgId }).map(([k, v]) => [k, `'${v}'`]),
    ),
    mac: `'${mac.slice(0, 'f8:34:41:'.length)}' || ${pairs.join(" || ':' || ")}`,
    receipt: padded(26),
    request_key: padded(26),
    request_hash: "''",
    state: "'active'",
    filing_number: `'99' || ${padded(18)}`,
    filed_on: "'2026/01/01'",
    revision: '1',
    applied_at: '0',
    changed_at: '0',
  }
  return `INSERT INTO terminal (${Object.keys(values)})
    WITH RECURSIVE serial (i) AS (
      SELECT ${from} UNION ALL
      SELECT i + 1 FROM serial WHERE i < ${from + count - 1}
    ) SELECT ${Object.values(values)} FROM serial`
}
