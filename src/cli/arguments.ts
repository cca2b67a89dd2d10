/**
 * Checks of what stands on the command line.
 * @module
 */
import { InvalidArgumentError } from 'commander'
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
