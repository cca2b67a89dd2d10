/**
 * Finds terminals.
 * @module
 */
import { setImmediate } from 'node:timers/promises'
import { type SelectQueryBuilder, sql } from 'kysely'
import { canonicalMac, MAC } from '../dictionary/mac-address.js'
import type { CountQuery, SearchQuery, TerminalPage } from './contract.js'
import { ID } from './id.js'
import { JUDGED, type Judged } from './judge.js'
import { cut } from './page.js'
import { RegistryError } from './registry-error.js'
import { viewOf } from './row.js'
import type { RegistryDatabase, Tables, TerminalRow } from './tables.js'

/**
 * Of one page of a search that reads the table, and of one statement of it:
 * SQLite works in this very process, where others want their answers.
 */
export const SCAN_ROWS_MAX = 200_000
const SCAN_ROWS_AT_ONCE = 10_000

const FILING_NUMBER = /^\d{20}$/

/** The terminal whose number or receipt is `id`; rejects where there is none. */
export async function find(
  database: RegistryDatabase,
  id: string,
): Promise<TerminalRow> {
  const row = ID.test(id)
    ? await byReceipt(database, id)
    : await byNumber(database, id)
  if (!row) throw new RegistryError('not-found', { id: id.slice(0, 40) })
  return row
}

/** The terminal with this 终端备案号. */
export function byNumber(database: RegistryDatabase, number: string) {
  return database
    .selectFrom('terminal')
    .selectAll()
    .where('filing_number', '=', number)
    .executeTakeFirst()
}

/**
 * Finds what a terminal is judged by: as often as a request comes, so that the
 * query is put together once.
 */
export function judgedFinder(database: RegistryDatabase) {
  const query = database
    .selectFrom('terminal')
    .select(JUDGED)
    .where('filing_number', '=', '')
    .compile()
  return async (number: string): Promise<Judged | undefined> => {
    const asked = { ...query, parameters: [number] }
    return (await database.executeQuery<Judged>(asked)).rows[0]
  }
}

/**
 * The terminal in use that has this MAC. The states stand in the text of the
 * query, since an index of a part serves no query that could mean another.
 */
export function holderOf(database: RegistryDatabase, mac: string) {
  return database
    .selectFrom('terminal')
    .selectAll()
    .where('mac', '=', mac)
    .where(sql<boolean>`state IN ('active', 'suspended')`)
    .executeTakeFirst()
}

/**
 * One page of terminals, the oldest application first. A part of a name is in
 * no index: a page of such a search is short, or empty, where it has looked at
 * {@link SCAN_ROWS_MAX} terminals, and `next` says where to look on.
 */
export async function search(
  database: RegistryDatabase,
  { q = '', state, orgId, after, limit }: SearchQuery,
): Promise<TerminalPage> {
  let query = database.selectFrom('terminal')
  if (state !== undefined) query = query.where('state', '=', state)
  if (orgId !== undefined) query = query.where('org_id', '=', orgId)
  const sought = q.trim()
  const column = await indexed(database, sought)
  if (column)
    query = query.where(
      column,
      '=',
      column === 'mac' ? canonicalMac(sought) : sought,
    )
  else if (sought) return scan(query, sought, after, limit)
  const rows = await query
    .$if(after !== undefined, one => one.where('receipt', '>', after ?? ''))
    .selectAll()
    .orderBy('receipt')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit)
}

/** How many terminals are so; both columns are in indices. */
export async function countOf(
  database: RegistryDatabase,
  { state, orgId }: CountQuery,
): Promise<number> {
  let query = database.selectFrom('terminal')
  if (state !== undefined) query = query.where('state', '=', state)
  if (orgId !== undefined) query = query.where('org_id', '=', orgId)
  const { count } = await query
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

function byReceipt(database: RegistryDatabase, receipt: string) {
  return database
    .selectFrom('terminal')
    .selectAll()
    .where('receipt', '=', receipt)
    .executeTakeFirst()
}

/** What `sought` is all of, where an index has that. */
async function indexed(database: RegistryDatabase, sought: string) {
  if (FILING_NUMBER.test(sought)) return 'filing_number'
  if (ID.test(sought)) return 'receipt'
  if (MAC.test(canonicalMac(sought))) return 'mac'
  const institution = await database
    .selectFrom('terminal')
    .select('org_id')
    .where('org_id', '=', sought)
    .limit(1)
    .executeTakeFirst()
  return sought && institution ? 'org_id' : undefined
}

/** Those of `query` with `part` in a name, from behind `after` on. */
async function scan(
  query: SelectQueryBuilder<Tables, 'terminal', object>,
  part: string,
  after = '',
  limit: number,
): Promise<TerminalPage> {
  const rows: TerminalRow[] = []
  let behind = after
  for (let seen = 0; seen < SCAN_ROWS_MAX; seen += SCAN_ROWS_AT_ONCE) {
    const rest = query.where('receipt', '>', behind).orderBy('receipt')
    const last = await rest
      .select('receipt')
      .offset(SCAN_ROWS_AT_ONCE - 1)
      .limit(1)
      .executeTakeFirst()
    const found = await rest
      .$if(last !== undefined, one =>
        one.where('receipt', '<=', last?.receipt ?? ''),
      )
      .selectAll()
      .where(({ or, eb }) =>
        or([
          eb('institution', 'like', within(part)),
          eb('name', 'like', within(part)),
        ]),
      )
      .limit(limit + 1 - rows.length)
      .execute()
    rows.push(...found)
    if (rows.length > limit || !last) return pageOf(rows, limit)
    behind = last.receipt
    await setImmediate()
  }
  return { terminals: rows.map(viewOf), next: behind }
}

function pageOf(rows: TerminalRow[], limit: number): TerminalPage {
  const { page, next } = cut(rows, limit, row => row.receipt)
  return { terminals: page.map(viewOf), next }
}

/** A part of a text, for LIKE; both engines take a backslash in it only so. */
function within(part: string) {
  const plain = part.replace(/[\\%_]/g, sign => `\\${sign}`)
  return sql<string>`${`%${plain}%`} ESCAPE '\\'`
}
