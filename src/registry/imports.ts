/**
 * Many terminals at once, all or none. The rows come in parts, so that a line
 * may break between two; nothing is registered before the end.
 * @module
 */
import { sql } from 'kysely'
import { fieldProblems } from '../dictionary/terminal-fields.js'
import { isTaken } from '../store/faults.js'
import { type Locale, text } from '../texts/index.js'
import type { Context } from './context.js'
import {
  type CommitAnswer,
  IMPORT_ROWS_MAX,
  type ImportPart,
  importRow,
  type RowProblem,
} from './contract.js'
import { registerRows } from './import-rows.js'
import { RegistryError } from './registry-error.js'
import type { RegistryDatabase } from './tables.js'

/** One that was begun and left is dropped. */
const ABANDONED_MS = 24 * 3_600_000

/** More than a person reads. */
const PROBLEMS_MAX = 1000

export interface Imports {
  /** A new import's id. */
  begin(who: string): Promise<string>
  /**
   * Takes some rows, and says what is wrong with them. A row that is sent
   * again replaces itself.
   */
  put(id: string, part: ImportPart, locale: Locale): Promise<RowProblem[]>
  /** All that is wrong with the rows so far, by row. */
  problems(id: string, locale: Locale): Promise<RowProblem[]>
  /**
   * Registers every row, or none where there are problems. Done once, however
   * often it is asked for.
   */
  commit(id: string, who: string, locale: Locale): Promise<CommitAnswer>
}

export function createImports(context: Context): Imports {
  return {
    begin: who => begin(context, who),
    put: (id, part, locale) => put(context, id, part, locale),
    problems: async (id, locale) => {
      await theImport(context.database, id)
      return problemsOf(context.database, id, locale)
    },
    commit: async (id, who, locale) => {
      try {
        return await commit(context, id, who, locale)
      } catch (error) {
        // Somebody has registered one of these meanwhile: now it is seen.
        const overtaken = ['mac', 'filing_number'].some(column =>
          isTaken(error, 'terminal', column),
        )
        if (!overtaken) throw error
        return commit(context, id, who, locale)
      }
    },
  }
}

async function begin({ database, clock, newId }: Context, who: string) {
  const now = clock()
  const abandoned = database
    .selectFrom('import')
    .select('id')
    .where('created_at', '<', now - ABANDONED_MS)
    .where('done', 'is', null)
  await database
    .deleteFrom('import_row')
    .where('import', 'in', abandoned)
    .execute()
  await database.deleteFrom('import').where('id', 'in', abandoned).execute()
  const id = newId(now)
  await database
    .insertInto('import')
    .values({ id, who, created_at: now, done: null })
    .execute()
  return id
}

async function put(
  { database }: Context,
  id: string,
  { rows }: ImportPart,
  locale: Locale,
): Promise<RowProblem[]> {
  if (rows.some(({ row }) => row > IMPORT_ROWS_MAX + 1))
    throw new RegistryError('import-rows', { max: IMPORT_ROWS_MAX })
  const { done } = await theImport(database, id)
  if (done !== null) throw new RegistryError('import-done')
  const judged = rows.map(({ row, content }) => {
    const result = importRow.safeParse(content, { reportInput: true })
    if (result.success) return { row, value: result.data }
    const problems = fieldProblems(result.error, locale)
    return {
      row,
      problems: problems.map(({ field, sentence }) => ({
        row,
        field,
        sentence,
      })),
    }
  })
  await database
    .insertInto('import_row')
    .values(
      judged.map(({ row, value, problems }) => ({
        import: id,
        row,
        mac: value?.mac ?? BAD,
        filing_number: value?.filingNumber ?? null,
        content: JSON.stringify(value ?? problems),
      })),
    )
    .onConflict(conflict =>
      conflict.columns(['import', 'row']).doUpdateSet(({ ref }) => ({
        mac: ref('excluded.mac'),
        filing_number: ref('excluded.filing_number'),
        content: ref('excluded.content'),
      })),
    )
    .execute()
  return judged.flatMap(({ problems = [] }) => problems)
}

/** The MAC of a row that has none, since it has problems for its content. */
const BAD = ''

/** Thrown so that nothing of the transaction stays. */
class Problems extends Error {
  constructor(readonly problems: RowProblem[]) {
    super('the import has problems')
  }
}

async function commit(
  context: Context,
  id: string,
  who: string,
  locale: Locale,
): Promise<CommitAnswer> {
  try {
    const registered = await context.database
      .transaction()
      .execute(async transaction => {
        const mine = await transaction
          .updateTable('import')
          .set({ done: 0 })
          .where('id', '=', id)
          .where('done', 'is', null)
          .returning('id')
          .executeTakeFirst()
        if (!mine) return (await theImport(transaction, id)).done ?? 0
        const problems = await problemsOf(transaction, id, locale)
        if (problems.length > 0) throw new Problems(problems)
        return registerRows(context, transaction, id, who)
      })
    return { registered, problems: [] }
  } catch (error) {
    if (!(error instanceof Problems)) throw error
    return { registered: 0, problems: error.problems }
  }
}

async function theImport(database: Context['database'], id: string) {
  const found = await database
    .selectFrom('import')
    .select('done')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw new RegistryError('not-found', { id: id.slice(0, 40) })
  return found
}

/** By row, and of each kind no more than a person reads. */
async function problemsOf(
  database: RegistryDatabase,
  id: string,
  locale: Locale,
): Promise<RowProblem[]> {
  const bad = await database
    .selectFrom('import_row')
    .select('content')
    .where('import', '=', id)
    .where('mac', '=', BAD)
    .orderBy('row')
    .limit(PROBLEMS_MAX)
    .execute()
  const found = [
    bad.flatMap(({ content }) => JSON.parse(content) as RowProblem[]),
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
    .where('mac', '<>', BAD)
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
