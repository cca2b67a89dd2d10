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
