/**
 * What is wrong with the rows of an import: each by itself, beside the other
 * rows, and beside what is on file.
 * @module
 */
import { sql } from 'kysely'
import { type Locale, text } from '../texts/index.js'
import type { RowProblem } from './contract.js'
import type { RegistryDatabase } from './tables.js'

/** More than a person reads. */
const PROBLEMS_MAX = 1000

/** By row, and of each kind no more than a person reads. */
export async function problemsOf(
  database: RegistryDatabase,
  id: string,
  locale: Locale,
): Promise<RowProblem[]> {
  const bad = await database
    .selectFrom('import_row')
    .select('problems')
    .where('import', '=', id)
    .where('problems', 'is not', null)
    .orderBy('row')
    .limit(PROBLEMS_MAX)
    .execute()
  const found = [
    bad.flatMap(({ problems }) => JSON.parse(problems ?? '[]') as RowProblem[]),
    await twiceIn(database, id, 'mac', locale),
    await twiceIn(database, id, 'filing_number', locale),
    await onFile(database, id, 'mac', locale),
    await onFile(database, id, 'filing_number', locale),
  ]
  return found
    .flat()
    .sort((one, other) => one.row - other.row)
    .slice(0, PROBLEMS_MAX)
}

const FIELDS = { mac: 'mac', filing_number: 'filingNumber' } as const
type Column = keyof typeof FIELDS

/** Rows whose value an earlier row of the same sheet has. */
async function twiceIn(
  database: RegistryDatabase,
  id: string,
  column: Column,
  locale: Locale,
): Promise<RowProblem[]> {
  const firsts = database
    .selectFrom('import_row')
    .select(({ fn }) => [column, fn.min('row').as('first')])
    .where('import', '=', id)
    .where(column, 'is not', null)
    .groupBy(column)
    .having(sql<boolean>`count(*) > 1`)
    .as('firsts')
  const rows = await database
    .selectFrom('import_row')
    .innerJoin(firsts, `firsts.${column}`, `import_row.${column}`)
    .select(['import_row.row', `import_row.${column} as value`, 'first'])
    .where('import', '=', id)
    .whereRef('import_row.row', '>', 'firsts.first')
    .orderBy('import_row.row')
    .limit(PROBLEMS_MAX)
    .execute()
  return rows.map(({ row, value, first }) => ({
    row,
    field: FIELDS[column],
    sentence: text(
      'registry.import.twice',
      { value: value ?? '', first },
      locale,
    ),
  }))
}

/** Rows whose value a terminal has already. */
async function onFile(
  database: RegistryDatabase,
  id: string,
  column: Column,
  locale: Locale,
): Promise<RowProblem[]> {
  let query = database
    .selectFrom('import_row')
    .innerJoin('terminal', `terminal.${column}`, `import_row.${column}`)
    .select(['import_row.row', `import_row.${column} as value`])
    .select('terminal.filing_number as number')
    .where('import', '=', id)
  if (column === 'mac')
    query = query.where(sql<boolean>`terminal.state IN ('active', 'suspended')`)
  const rows = await query
    .orderBy('import_row.row')
    .limit(PROBLEMS_MAX)
    .execute()
  return rows.map(({ row, value, number }) => ({
    row,
    field: FIELDS[column],
    sentence: text(
      'registry.import.on-file',
      { value: value ?? '', number: number ?? '' },
      locale,
    ),
  }))
}
