/**
 * Where the time of a call went, from the moments of its steps.
 * @module
 */
import { STEPS, type Step } from '../../src/journal/steps.js'
import { MIGRATIONS } from '../../src/journal/tables.js'
import { readDatabase } from '../../src/store/sqlite.js'
import type { Marks } from './daemon.js'

/** The parts, in their order; `platform` is not our own. */
export const PARTS = [
  'scanned',
  'row scanned',
  'request',
  'row sent',
  'sent',
  'platform',
  'answer',
  'row answered',
  'reply',
  'row delivered',
  'returned',
] as const
export type Part = (typeof PARTS)[number]

/** Each part of one call, in ms. */
export type Parts = Record<Part, number>

/**
 * The parts of each call, the first call first. `lastBytes` and `ends` are the
 * moments when the code was scanned and when NationEcTrans returned; what was
 * in between is read from the journal at `path` and from the daemon's marks.
 */
export function partsOf(
  path: string,
  marks: Marks,
  lastBytes: readonly number[],
  ends: readonly number[],
): Parts[] {
  const rows = readRows(path, marks.offset)
  return lastBytes.map((lastByte, at) => {
    const moments = [
      lastByte,
      rows.scanned[at],
      marks.written.scanned[at],
      rows.sent[at],
      marks.written.sent[at],
      marks.asked[at],
      marks.answered[at],
      rows.answered[at],
      marks.written.answered[at],
      rows.delivered[at],
      marks.written.delivered[at],
      ends[at],
    ].map(moment => moment ?? Number.NaN)
    const lengths = PARTS.map((part, index) => {
      const [from = 0, to = 0] = moments.slice(index, index + 2)
      return [part, to - from]
    })
    return Object.fromEntries(lengths) as Parts
  })
}

/** When each row of each step was about to be written. */
function readRows(path: string, offset: number): Record<Step, number[]> {
  const database = readDatabase(path, MIGRATIONS)
  const rows = database.prepare('SELECT * FROM steps ORDER BY id').all()
  database.close()
  const momentsOf = (step: Step) =>
    rows
      .filter(row => row.step === step)
      .map(row => Number(row.at_monotonic) + offset)
  const entries = STEPS.map(step => [step, momentsOf(step)])
  return Object.fromEntries(entries)
}
