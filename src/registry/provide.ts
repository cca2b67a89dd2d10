/**
 * Puts a terminal on file that nobody applied for.
 * @module
 */
import type { TerminalApplication } from '../dictionary/terminal-fields.js'
import type { Context } from './context.js'
import { filingDate, passNumber } from './numbers.js'
import { newRow, noteRows } from './row.js'

/** Of no card in particular, so that it works on any machine. */
export type Provided = Omit<TerminalApplication, 'mac'> & {
  filingNumber: string
}

/** Does nothing where the number is on file already, whatever became of it. */
export async function provide(
  { database, clock, newId }: Context,
  who: string,
  { filingNumber, ...application }: Provided,
): Promise<void> {
  const now = clock()
  const made = {
    receipt: newId(now),
    request_key: `provided:${filingNumber}`,
    request_hash: '',
  }
  const row = {
    ...newRow({ ...application, mac: '' }, made, now),
    mac: null,
    state: 'active' as const,
    filing_number: filingNumber,
    filed_on: filingDate(now),
  }
  await database.transaction().execute(async transaction => {
    const inserted = await transaction
      .insertInto('terminal')
      .values(row)
      .onConflict(conflict => conflict.doNothing())
      .returning('receipt')
      .executeTakeFirst()
    if (!inserted) return
    await passNumber(transaction, filingNumber)
    const note = { who, action: 'provide', detail: () => ({ filingNumber }) }
    await noteRows(transaction, [row], note, () => newId(now))
  })
}
