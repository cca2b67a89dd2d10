/**
 * nationec registry: the management centre's side of terminals.
 * @module
 */
import { Command } from 'commander'
import { text } from '../texts/index.js'
import { actCommands } from './registry-act.js'
import { historyCommand, listCommand, showCommand } from './registry-list.js'
import { operatorCommand } from './registry-operator.js'
import { startCommand } from './registry-start.js'

/** The command `registry` and those below it. */
export function registryCommand(): Command {
  const command = new Command('registry')
    .description(text('cli.registry'))
    .addHelpText('after', `\n${text('cli.registry.examples')}`)
    .addCommand(startCommand())
    .addCommand(operatorCommand())
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(historyCommand())
  for (const act of actCommands()) command.addCommand(act)
  return command
}
