/**
 * nationec terminal: what this machine is registered as.
 * @module
 */
import { Command } from 'commander'
import { text } from '../texts/index.js'
import { checkCommand } from './terminal-check.js'
import { exportCommand, templateCommand } from './terminal-export.js'
import { importCommand } from './terminal-import.js'
import { listCommand } from './terminal-list.js'
import { registerCommand } from './terminal-register.js'
import { showCommand } from './terminal-show.js'

/** The command `terminal` and those below it. */
export function terminalCommand(): Command {
  return new Command('terminal')
    .description(text('cli.terminal'))
    .addHelpText('after', `\n${text('cli.terminal.examples')}`)
    .addCommand(showCommand())
    .addCommand(registerCommand())
    .addCommand(checkCommand())
    .addCommand(listCommand())
    .addCommand(importCommand())
    .addCommand(exportCommand())
    .addCommand(templateCommand())
}
