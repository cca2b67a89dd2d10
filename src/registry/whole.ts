/**
 * A registry as a whole, at one moment: for whoever has it alone, as a
 * sandbox has, and nobody else.
 * @module
 */
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { RegistryDatabase } from './tables.js'

/** Each after those that its rows refer to. */
const KEPT = [
  'terminal',
  'terminal_history',
  'filing_counter',
  'operator',
] as const

/** What waits in a sheet is sent again. */
const FORGOTTEN = ['import_row', 'import'] as const

const rows = z.array(
  z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
)

/** The rows of each table, as plain JSON. */
export const whole = z.record(z.enum(KEPT), rows)
export type Whole = z.infer<typeof whole>

/** A registry where nothing has happened. */
export const NOTHING: Whole = {
  terminal: [],
  terminal_history: [],
  filing_counter: [{ id: 1, last: 0 }],
  operator: [],
}

/** Of one statement: SQLite takes 32766 values, a row has 19. */
const ROWS_OF_STATEMENT = 500

/** Rows of any table: their columns are what the table has. */
type AnyTables = Record<string, z.infer<typeof rows>[number]>

/** Everything that is kept. */
export async function saveWhole(database: RegistryDatabase): Promise<Whole> {
  const any = database as unknown as Kysely<AnyTables>
  return any.transaction().execute(async transaction => {
    const saved: Record<string, unknown> = {}
    for (const table of KEPT)
      saved[table] = await transaction.selectFrom(table).selectAll().execute()
    return whole.parse(saved)
  })
}

/** Makes `saved` all that there is, in one transaction. */
export async function loadWhole(
  database: RegistryDatabase,
  saved: Whole,
): Promise<void> {
  const any = database as unknown as Kysely<AnyTables>
  await any.transaction().execute(async transaction => {
    for (const table of [...FORGOTTEN, ...[...KEPT].reverse()])
      await transaction.deleteFrom(table).execute()
    for (const table of KEPT)
      for (let at = 0; at < saved[table].length; at += ROWS_OF_STATEMENT)
        await transaction
          .insertInto(table)
          .values(saved[table].slice(at, at + ROWS_OF_STATEMENT))
          .execute()
  })
}

/** The name that was made last, of an application or an entry; '' for none. */
export function lastName({ terminal, terminal_history }: Whole): string {
  const names = [
    ...terminal.map(({ receipt }) => String(receipt)),
    ...terminal_history.map(({ id }) => String(id)),
  ]
  return names.reduce((last, name) => (name > last ? name : last), '')
}
