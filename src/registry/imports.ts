/**
 * Many terminals at once, all or none. The rows come in parts, so that a line
 * may break between two; nothing is registered before the end.
 * @module
 */
import type { Insertable } from 'kysely'
import { fieldProblems } from '../dictionary/terminal-fields.js'
import { isTaken } from '../store/faults.js'
import type { Locale } from '../texts/index.js'
import type { Context } from './context.js'
import {
  type CommitAnswer,
  IMPORT_ROWS_MAX,
  type ImportPart,
  importRow,
  type RowProblem,
} from './contract.js'
import { problemsOf } from './import-problems.js'
import { dropRows, registerRows } from './import-rows.js'
import { RegistryError } from './registry-error.js'
import { columnsOf } from './row.js'
import type { ImportRowTable, RegistryDatabase } from './tables.js'

/** One that was begun and left is dropped. */
const ABANDONED_MS = 24 * 3_600_000

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
  const { database } = context
  return {
    begin: who => begin(context, who),
    put: (id, part, locale) => put(context, id, part, locale),
    problems: async (id, locale) => {
      await madeBy(database, id)
      return problemsOf(database, id, locale)
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
  await sweep(database, now - ABANDONED_MS)
  const id = newId(now)
  await database
    .insertInto('import')
    .values({ id, who, created_at: now, done: null })
    .execute()
  return id
}

/** Of who left, or ended before his rows were dropped. */
async function sweep(database: RegistryDatabase, before: number) {
  const left = await database
    .selectFrom('import')
    .select(['id', 'done'])
    .where(({ or, and, eb, exists, selectFrom }) => {
      const rows = selectFrom('import_row')
        .select('row')
        .whereRef('import', '=', 'import.id')
      const abandoned = eb('created_at', '<', before)
      return or([
        and([eb('done', 'is', null), abandoned]),
        and([eb('done', 'is not', null), exists(rows)]),
      ])
    })
    .execute()
  for (const { id, done } of left) {
    await dropRows(database, id)
    if (done === null)
      await database.deleteFrom('import').where('id', '=', id).execute()
  }
}

async function put(
  context: Context,
  id: string,
  { rows }: ImportPart,
  locale: Locale,
): Promise<RowProblem[]> {
  if (rows.some(({ row }) => row > IMPORT_ROWS_MAX + 1))
    throw new RegistryError('import-rows', { max: IMPORT_ROWS_MAX })
  const byRow = new Map(rows.map(one => [one.row, one]))
  const judged = [...byRow.values()].map(one =>
    judgedRow(context, id, one, locale),
  )
  await context.database.transaction().execute(async transaction => {
    // Whoever commits waits for it, or has done so and it is too late.
    const open = await transaction
      .updateTable('import')
      .set({ created_at: context.clock() })
      .where('id', '=', id)
      .where('done', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!open) {
      await madeBy(transaction, id)
      throw new RegistryError('import-done')
    }
    await transaction
      .deleteFrom('import_row')
      .where('import', '=', id)
      .where('row', 'in', [...byRow.keys()])
      .execute()
    await transaction.insertInto('import_row').values(judged).execute()
  })
  return judged.flatMap(({ problems }) => JSON.parse(problems ?? '[]'))
}

function judgedRow(
  { clock, newId }: Context,
  id: string,
  { row, content }: ImportPart['rows'][number],
  locale: Locale,
): Insertable<ImportRowTable> {
  const { data, error } = importRow.safeParse(content, { reportInput: true })
  const own = { import: id, row }
  if (error) {
    const problems = fieldProblems(error, locale).map(
      ({ field, sentence }): RowProblem => ({ row, field, sentence }),
    )
    return { ...own, problems: JSON.stringify(problems) }
  }
  const { filingNumber, filedOn, ...application } = data
  return {
    ...own,
    ...columnsOf(application),
    receipt: newId(clock()),
    filing_number: filingNumber ?? null,
    filed_on: filedOn ?? null,
  }
}

/**
 * All is made ready before the transaction, since nobody else registers
 * meanwhile: what remains is to copy rows, and the indexes say whether
 * somebody was faster.
 */
async function commit(
  context: Context,
  id: string,
  who: string,
  locale: Locale,
): Promise<CommitAnswer> {
  const { database } = context
  const made = await madeBy(database, id)
  if (made !== null) return { registered: made, problems: [] }
  const problems = await problemsOf(database, id, locale)
  if (problems.length > 0) {
    // Unless they are those of rows that were registered just now.
    const registered = await madeBy(database, id)
    if (registered !== null) return { registered, problems: [] }
    return { registered: 0, problems }
  }
  const registered = await database.transaction().execute(async transaction => {
    const mine = await transaction
      .updateTable('import')
      .set({ done: 0 })
      .where('id', '=', id)
      .where('done', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!mine) return madeBy(transaction, id)
    return registerRows(context, transaction, id, who)
  })
  await dropRows(database, id)
  return { registered: registered ?? 0, problems: [] }
}

/** How many terminals the import has made; null where it is not done. */
async function madeBy(
  database: RegistryDatabase,
  id: string,
): Promise<number | null> {
  const found = await database
    .selectFrom('import')
    .select('done')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw new RegistryError('not-found', { id: id.slice(0, 40) })
  return found.done
}
