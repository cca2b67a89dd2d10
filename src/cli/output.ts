/**
 * How commands speak: text for people, JSON for programs, one exit code.
 * @module
 */
import { styleText } from 'node:util'

/** What a command's exit code means. */
export const EXIT = {
  ok: 0,
  /** The call, or what was asked for, failed. */
  failed: 1,
  /** The command line or the configuration is wrong. */
  usage: 2,
  /** Something outside is missing: a daemon, a file, a right. */
  environment: 3,
} as const

/** An error with a sentence for a person and an exit code. */
export class CliError extends Error {
  constructor(
    message: string,
    readonly exitCode: number = EXIT.environment,
  ) {
    super(message)
  }
}

/** One line on stdout. */
export function print(line = ''): void {
  process.stdout.write(`${line}\n`)
}

/** `value` on stdout, indented for a terminal and on one line for a program. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, process.stdout.isTTY ? 2 : undefined))
}

type Style = Parameters<typeof styleText>[0]

/** `line` in colour where stdout is a terminal and NO_COLOR is not set. */
export function styled(style: Style, line: string): string {
  const colours = process.stdout.isTTY && !process.env.NO_COLOR
  return colours ? styleText(style, line) : line
}

/** Lines of `name  value`, the names padded to one width. */
export function printTable(rows: [name: string, value: string][]): void {
  const width = Math.max(...rows.map(([name]) => name.length))
  for (const [name, value] of rows) {
    print(`${styled('bold', name.padEnd(width))}  ${value}`)
  }
}
