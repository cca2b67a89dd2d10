/**
 * Many times in a few numbers.
 * @module
 */

export interface Quantiles {
  p50: number
  p99: number
}

/** The middle and the slow end of `values`; NaN where there are none. */
export function quantiles(values: readonly number[]): Quantiles {
  const sorted = [...values].sort((one, other) => one - other)
  const at = (share: number) =>
    sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ??
    Number.NaN
  return { p50: at(0.5), p99: at(0.99) }
}

export function median(values: readonly number[]): number {
  return quantiles(values).p50
}
