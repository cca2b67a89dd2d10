/**
 * Pages of a list, each of which begins behind the last of the one before.
 * @module
 */

/** One row more than a page was asked for, to know whether there is a next. */
export function cut<Row>(rows: Row[], limit: number, id: (row: Row) => string) {
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return { page, next: last === undefined ? null : id(last) }
}
