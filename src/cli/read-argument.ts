/**
 * Text that a command is given: itself, a file, or standard input.
 * @module
 */
import { readFileSync } from 'node:fs'

/** @file, - for standard input, or the text itself. */
export function readArgument(argument: string): string {
  if (argument === '-') return readFileSync(0, 'utf8')
  if (argument.startsWith('@')) return readNamed(argument.slice(1))
  return argument
}

/** Node forgets the name where it is a folder. */
function readNamed(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw Object.assign(error as Error, { path })
  }
}
