/**
 * Columns for people, of whom some read Chinese: its characters are two wide.
 * @module
 */
import { print } from './output.js'

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/gu

/** How many columns `text` takes on a terminal. */
export function displayWidth(text: string): number {
  return [...text].length + (text.match(WIDE)?.length ?? 0)
}

/** Each row on a line, its cells padded to the width of their column. */
export function printColumns(rows: readonly (readonly string[])[]): void {
  const widths: number[] = []
  for (const row of rows) {
    for (const [at, cell] of row.entries()) {
      widths[at] = Math.max(widths[at] ?? 0, displayWidth(cell))
    }
  }
  const padded = (cell: string, at: number) =>
    cell + ' '.repeat((widths[at] ?? 0) - displayWidth(cell))
  for (const row of rows) print(row.map(padded).join('  ').trimEnd())
}
