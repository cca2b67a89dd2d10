/**
 * Makes terminals of an import's rows, within the transaction of its commit.
 * @module
 */
import type { Context } from './context.js'
import { importRow } from './contract.js'
import {
  filingDate,
  LAST_OWN_NUMBER,
  passNumber,
  takeNumbers,
} from './numbers.js'
import { newRow, noteRows } from './row.js'
import type { RegistryTransaction, TerminalRow } from './tables.js'

/** Of one statement: SQLite takes 32766 values, a row has 19. */
const ROWS_OF_STATEMENT = 500

/** Returns how many it has made. */
export async function registerRows(
  context: Context,
  transaction: RegistryTransaction,
  id: string,
  who: string,
): Promise<number> {
  await passGiven(transaction, id)
  let behind = 0
  let made = 0
  for (;;) {
    const staged = await transaction
      .selectFrom('import_row')
      .select(['row', 'content'])
      .where('import', '=', id)
      .where('row', '>', behind)
      .orderBy('row')
      .limit(ROWS_OF_STATEMENT)
      .execute()
    const last = staged.at(-1)
    if (!last) break
    await registerSome(context, transaction, id, who, staged)
    behind = last.row
    made += staged.length
  }
  await transaction.deleteFrom('import_row').where('import', '=', id).execute()
  await transaction
    .updateTable('import')
    .set({ done: made })
    .where('id', '=', id)
    .execute()
  return made
}

/** Those numbers that the sheet brings are never given again. */
async function passGiven(transaction: RegistryTransaction, id: string) {
  const { highest } = await transaction
    .selectFrom('import_row')
    .select(({ fn }) => fn.max('filing_number').as('highest'))
    .where('import', '=', id)
    .where('filing_number', '<=', LAST_OWN_NUMBER)
    .executeTakeFirstOrThrow()
  if (highest) await passNumber(transaction, highest)
}

async function registerSome(
  context: Context,
  transaction: RegistryTransaction,
  id: string,
  who: string,
  staged: { row: number; content: string }[],
): Promise<void> {
  const now = context.clock()
  const asked = staged.map(({ row, content }) => ({
    row,
    value: importRow.parse(JSON.parse(content)),
  }))
  const wanting = asked.filter(({ value }) => !value.filingNumber).length
  const numbers = wanting > 0 ? await takeNumbers(transaction, wanting) : []
  const rows = asked.map(({ row, value }): TerminalRow => {
    const { filingNumber, filedOn, ...application } = value
    const key = `import:${id}:${row}`
    const made = {
      receipt: context.newId(now),
      request_key: key,
      request_hash: key,
    }
    return {
      ...newRow(application, made, now),
      state: 'active',
      filing_number: filingNumber ?? numbers.shift() ?? null,
      filed_on: filedOn ?? filingDate(now),
    }
  })
  await transaction.insertInto('terminal').values(rows).execute()
  const detail = ({ filing_number }: TerminalRow) => ({
    import: id,
    filing_number,
  })
  const note = { who, action: 'import', detail }
  await noteRows(transaction, rows, note, () => context.newId(now))
}
