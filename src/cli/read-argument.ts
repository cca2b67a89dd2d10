/**
 * Text that a command is given: itself, a file, or standard input.
 * @module
 */
import { readFileSync } from 'node:fs'

/** @file, - for standard input, or the text itself. */
export function readArgument(argument: string): string {
  if (argument === '-') return readFileSync(0, 'utf8')
  if (argument.startsWith('@')) return readFileSync(argument.slice(1), 'utf8')
  return argument
}
