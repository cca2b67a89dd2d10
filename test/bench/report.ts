/**
 * The numbers as a person reads them.
 * @module
 */
import { PARTS, type Part } from './parts.js'
import { PATHS } from './paths.js'
import type { RoundTrip } from './round-trips.js'
import type { WholeCalls } from './whole-calls.js'

export interface Report {
  machine: Record<string, string | number>
  roundTrips: { mode: string; plan: string; results: RoundTrip[] }[]
  wholeCalls: { mode: string; calls: WholeCalls }[]
}

/** What is done in each part of a whole call. */
const PART_NAMES: Record<Part, string> = {
  scanned: 'serial line, framing, sealing',
  'row scanned': 'journal: scanned',
  request: 'the request filled in and sealed',
  'row sent': 'journal: sent, on the disk',
  sent: 'HTTPS, until the request has left',
  platform: '(the platform, not our own)',
  answer: 'answer judged and sealed',
  'row answered': 'journal: answered',
  reply: 'OutData written and sealed',
  'row delivered': 'journal: delivered',
  returned: 'frame, socket, the foreign program',
}

export function formatReport(report: Report): string {
  const { machine, roundTrips, wholeCalls } = report
  const facts = Object.entries(machine).map(([key, fact]) => `${key}: ${fact}`)
  const paths = Object.entries(PATHS).map(([path, what]) => `${path}: ${what}`)
  return [
    facts.join('\n'),
    ...roundTrips.map(formatRoundTrips),
    paths.join('\n'),
    ...wholeCalls.map(formatWholeCalls),
  ].join('\n\n')
}

type RoundTrips = Report['roundTrips'][number]

function formatRoundTrips({ mode, plan, results }: RoundTrips): string {
  return table(
    [`Round trip, ${mode}, ${plan}`, 'p50 µs', 'p99 µs', '/ floor', '/ thr.'],
    results.map(({ path, p50, p99, toFloor, toThreads }) => [
      path,
      p50.toFixed(1),
      p99.toFixed(1),
      toFloor.toFixed(2),
      toThreads.toFixed(2),
    ]),
  )
}

type Calls = Report['wholeCalls'][number]

function formatWholeCalls({ mode, calls }: Calls): string {
  const { own, ownByRows, parts, disk, count } = calls
  const rows = [
    { name: 'own time, request sent to answer left out', times: own },
    { name: 'own time, row sent to row answered left out', times: ownByRows },
    ...PARTS.map(part => ({
      name: `  ${PART_NAMES[part]}`,
      times: parts[part],
    })),
    { name: 'the disk alone, a page written and synced', times: disk },
  ]
  return table(
    [`ec.query, ${mode}, ${count} calls`, 'p50 ms', 'p99 ms'],
    rows.map(({ name, times }) => [
      name,
      times.p50.toFixed(3),
      times.p99.toFixed(3),
    ]),
  )
}

const NAME_COLUMNS = 46
const NUMBER_COLUMNS = 9

/** The first column to the left, the others to the right. */
function table(head: string[], rows: string[][]): string {
  const lines = [head, ...rows].map(([name = '', ...cells]) =>
    [
      name.padEnd(NAME_COLUMNS),
      ...cells.map(cell => cell.padStart(NUMBER_COLUMNS)),
    ].join(''),
  )
  return lines.join('\n')
}
