/**
 * A process that reads the sheet it is given, and says in how much memory.
 * @module
 */
import { readFileSync } from 'node:fs'
import { readTerminals } from '../../../src/registry/sheet/sheet.js'
import { SheetError } from '../../../src/registry/sheet/sheet-error.js'

/** The line that it prints. */
export interface Reading {
  rows: number
  problems: string[]
  /** SheetError's. */
  refusal: string | null
  /** Of the bar, the last. */
  part: number
  /** Kilobytes. */
  peak: number
}

const [path = ''] = process.argv.slice(2)
const reading: Reading = {
  rows: 0,
  problems: [],
  refusal: null,
  part: 0,
  peak: 0,
}
try {
  const onProgress = (part: number) => {
    reading.part = part
  }
  for await (const read of readTerminals(path, onProgress)) {
    reading.rows += 1
    if (!('problems' in read)) continue
    for (const { row, sentence } of read.problems)
      reading.problems.push(`${row} ${sentence}`)
  }
} catch (error) {
  if (!(error instanceof SheetError)) throw error
  reading.refusal = error.code
}
reading.peak = peak()
console.log(JSON.stringify(reading))

/** resourceUsage() would count what the process had that started this one. */
function peak(): number {
  const status = readFileSync('/proc/self/status', 'utf8')
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1])
}
