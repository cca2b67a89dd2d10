/**
 * Finds what was done to terminals.
 * @module
 */
import type { HistoryPage, HistoryQuery } from './contract.js'
import { cut } from './page.js'
import type { RegistryDatabase } from './tables.js'

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
