/**
 * A file that is no sheet of terminals, and what to do about it.
 * @module
 */
import { type TextParameters, text } from '../../texts/index.js'
import type { RowProblem } from '../contract.js'

export type SheetFault =
  | 'empty'
  | 'too-large'
  | 'too-many-rows'
  | 'too-many-to-write'
  | 'inflates'
  | 'old-excel'
  | 'utf-16'
  | 'not-csv'
  | 'not-xlsx'
  | 'date-1904'
  | 'several-sheets'
  | 'columns'

/** Its message is in the system's language. */
export class SheetError extends Error {
  override name = 'SheetError'

  constructor(
    readonly code: SheetFault,
    parameters: TextParameters = {},
    /** Of the heading, where the columns are wrong. */
    readonly problems: RowProblem[] = [],
  ) {
    super(text(`sheet.${code}`, parameters))
  }
}
