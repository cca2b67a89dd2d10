/**
 * Examples at the end of a command's help.
 * @module
 */
import type { Command } from 'commander'
import { text } from '../texts/index.js'

/** Each of `lines` is a whole command without the program's name. */
export function addExamples(command: Command, ...lines: string[]): Command {
  const shown = lines.map(line => `  nationec ${line}`)
  const heading = text('cli.examples.heading')
  return command.addHelpText('after', ['', heading, ...shown].join('\n'))
}
