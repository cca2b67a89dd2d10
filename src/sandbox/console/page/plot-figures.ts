/**
 * The plot in numbers, also for who cannot see it.
 * @module
 */
import type { ConsoleTextKey } from '../../../texts/console.js'
import { el } from './dom.js'
import { locale, say } from './texts.js'
import type { RequestSummary } from './types.js'

/** A card for each figure of `requests`. */
export function summarise(requests: readonly RequestSummary[]): HTMLElement[] {
  const sorted = requests.map(({ ms }) => ms).sort((one, two) => one - two)
  const refused = requests.filter(({ code }) => code !== 0).length
  return [
    figure('console.plot.count', String(requests.length)),
    figure('console.plot.refused', String(refused)),
    figure('console.plot.median', milliseconds(quantile(sorted, 0.5))),
    figure('console.plot.p95', milliseconds(quantile(sorted, 0.95))),
  ]
}

/** Of sorted numbers; undefined where there are none. */
export function quantile(
  sorted: readonly number[],
  share: number,
): number | undefined {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

/** As many bars as can be told apart. */
const BARS = 60

/** Widths of a bar that a person can name, in seconds. */
const WIDTHS = [1, 2, 5, 10, 30, 60, 300, 600, 1800, 3600, 21_600, 86_400]

/**
 * How many of the sorted `moments`, in seconds, fall into each bar. The last
 * start is where the last bar ends and has no count: a picture ends at the
 * last start, so the newest bar would lie behind its edge.
 */
export function countCalls(
  moments: readonly number[],
): [starts: number[], counts: (number | null)[]] {
  const [first = 0] = moments
  const last = moments.at(-1) ?? first
  const width =
    WIDTHS.find(width => (last - first) / width < BARS) ?? (last - first) / BARS
  const counts = new Map<number, number>()
  for (let start = floor(first, width); start <= last; start += width)
    counts.set(start, 0)
  for (const moment of moments) {
    const start = floor(moment, width)
    counts.set(start, (counts.get(start) ?? 0) + 1)
  }
  const starts = [...counts.keys()]
  const end = (starts.at(-1) ?? first) + width
  return [
    [...starts, end],
    [...counts.values(), null],
  ]
}

function floor(moment: number, width: number): number {
  return Math.floor(moment / width) * width
}

function figure(key: ConsoleTextKey, value: string) {
  return el(
    'div',
    { class: 'card figure' },
    el('b', {}, value),
    el('span', { class: 'soft small' }, say(key)),
  )
}

function milliseconds(ms: number | undefined): string {
  if (ms === undefined) return '–'
  const digits = ms < 10 ? 1 : 0
  return `${ms.toLocaleString(locale, { maximumFractionDigits: digits })} ms`
}
