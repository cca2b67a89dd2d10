/**
 * Checks of what stands on the command line.
 * @module
 */
import { InvalidArgumentError } from 'commander'
import { SEED_MAX } from '../sandbox/control/chance.js'
import { text } from '../texts/index.js'

/** A whole number above 0, for commander's argument parsing. */
export function wholeNumber(value: string): number {
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value)
  throw new InvalidArgumentError(text('cli.whole-number'))
}

/** A TCP port; 0 for one that is free. */
export function portNumber(value: string): number {
  if (/^\d{1,5}$/.test(value) && Number(value) < 65536) return Number(value)
  throw new InvalidArgumentError(text('cli.port-number'))
}

/** A seed of the sandbox's chance. */
export function seedNumber(value: string): number {
  if (/^\d{1,10}$/.test(value) && Number(value) < SEED_MAX) return Number(value)
  throw new InvalidArgumentError(text('cli.seed-number', { max: SEED_MAX - 1 }))
}

/** Above 0 and at most 1. */
export function fraction(value: string): number {
  const number = Number(value)
  if (/^[01]?(\.\d{1,9})?$/.test(value) && number > 0 && number <= 1)
    return number
  throw new InvalidArgumentError(text('cli.fraction'))
}

const UNITS_MS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** Milliseconds of a time such as 500ms, 61s, 5m, 2h or 1d; -5m goes back. */
export function duration(value: string): number {
  const parts = /^(-?\d{1,9})(ms|s|m|h|d)$/.exec(value)
  const [, count, unit = ''] = parts ?? []
  const found = Object.entries(UNITS_MS).find(([name]) => name === unit)
  if (found) return Number(count) * found[1]
  throw new InvalidArgumentError(text('cli.duration'))
}
