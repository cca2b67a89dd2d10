/**
 * nationec sandbox: the platform's side, on this machine.
 * @module
 */
import { Command } from 'commander'
import { text } from '../texts/index.js'
import { clockCommand } from './sandbox-clock.js'
import { codeCommand } from './sandbox-code.js'
import { configCommand } from './sandbox-config.js'
import { faultCommand } from './sandbox-fault.js'
import { journalCommand } from './sandbox-journal.js'
import { personCommand } from './sandbox-person.js'
import { resetCommand } from './sandbox-reset.js'
import { scenarioCommand } from './sandbox-scenario.js'
import { snapshotCommand } from './sandbox-snapshot.js'
import { startCommand } from './sandbox-start.js'

/** The command `sandbox`. */
export function sandboxCommand(): Command {
  return new Command('sandbox')
    .description(text('cli.sandbox'))
    .addCommand(startCommand())
    .addCommand(configCommand())
    .addCommand(personCommand())
    .addCommand(codeCommand())
    .addCommand(faultCommand())
    .addCommand(clockCommand())
    .addCommand(journalCommand())
    .addCommand(scenarioCommand())
    .addCommand(snapshotCommand())
    .addCommand(resetCommand())
    .addHelpText('after', `\n${text('cli.sandbox.examples')}`)
}
