import { readFileSync } from 'node:fs'
import { packagePath } from '../../src/paths.js'

/** The lines of a table as the specification prints it. */
export function tableLines(name: string): string {
  return readFileSync(packagePath(`test/dictionary/${name}.tsv`), 'utf8')
}
