/**
 * Finds terminals, and what was done to them.
 * @module
 */
import { sql } from 'kysely'
import { canonicalMac, MAC } from '../dictionary/mac-address.js'
import type {
  HistoryPage,
  HistoryQuery,
  SearchQuery,
  TerminalPage,
} from './contract.js'
import { ID } from './id.js'
import { JUDGED, type Judged } from './judge.js'
import { RegistryError } from './registry-error.js'
import { viewOf } from './row.js'
import type { RegistryDatabase, TerminalRow } from './tables.js'

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

/** One page of terminals, the oldest application first. */
export async function search(
  database: RegistryDatabase,
  { q = '', state, orgId, after, limit }: SearchQuery,
): Promise<TerminalPage> {
  let query = database.selectFrom('terminal').selectAll()
  if (state !== undefined) query = query.where('state', '=', state)
  if (orgId !== undefined) query = query.where('org_id', '=', orgId)
  if (after !== undefined) query = query.where('receipt', '>', after)
  const sought = q.trim()
  const mac = canonicalMac(sought)
  if (FILING_NUMBER.test(sought))
    query = query.where('filing_number', '=', sought)
  else if (ID.test(sought)) query = query.where('receipt', '=', sought)
  else if (MAC.test(mac)) query = query.where('mac', '=', mac)
  else if (sought)
    query = query.where(({ or, eb }) =>
      or([
        eb('institution', 'like', within(sought)),
        eb('name', 'like', within(sought)),
        eb('org_id', '=', sought),
      ]),
    )
  const rows = await query
    .orderBy('receipt')
    .limit(limit + 1)
    .execute()
  const { page, next } = cut(rows, limit, row => row.receipt)
  return { terminals: page.map(viewOf), next }
}

/**
 * One page of what was done: to the terminal `receipt` in its own order, or to
 * all by time.
 */
export async function historyOf(
  database: RegistryDatabase,
  { who, after, limit }: HistoryQuery,
  receipt?: string,
): Promise<HistoryPage> {
  let query = database.selectFrom('terminal_history').selectAll()
  if (who !== undefined) query = query.where('who', '=', who)
  if (receipt === undefined) {
    if (after !== undefined) query = query.where('id', '>', after)
    query = query.orderBy('id')
  } else {
    query = query.where('receipt', '=', receipt).orderBy('revision')
    const seen = database
      .selectFrom('terminal_history')
      .select('revision')
      .where('id', '=', after ?? '')
    if (after !== undefined) query = query.where('revision', '>', seen)
  }
  const rows = await query.limit(limit + 1).execute()
  const { page, next } = cut(rows, limit, row => row.id)
  const entries = page.map(({ detail, ...entry }) => ({
    ...entry,
    detail: JSON.parse(detail) as Record<string, unknown>,
  }))
  return { entries, next }
}

function byReceipt(database: RegistryDatabase, receipt: string) {
  return database
    .selectFrom('terminal')
    .selectAll()
    .where('receipt', '=', receipt)
    .executeTakeFirst()
}

/** A part of a text, for LIKE; both engines take a backslash in it only so. */
function within(part: string) {
  const plain = part.replace(/[\\%_]/g, sign => `\\${sign}`)
  return sql<string>`${`%${plain}%`} ESCAPE '\\'`
}

/** One row more than a page was asked for, to know whether there is a next. */
function cut<Row>(rows: Row[], limit: number, id: (row: Row) => string) {
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return { page, next: last === undefined ? null : id(last) }
}
