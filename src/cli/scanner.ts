/**
 * nationec scanner: find, choose, set up and test a scanner, and play one.
 * @module
 */
import { Command } from 'commander'
import { text } from '../texts/index.js'
import { emulateCommand } from './scanner-emulate.js'
import { listCommand } from './scanner-list.js'
import { setupCommand } from './scanner-setup.js'
import { testCommand } from './scanner-test.js'
import { watchCommand } from './scanner-watch.js'

/** The command `scanner`. */
export function scannerCommand(): Command {
  return new Command('scanner')
    .description(text('cli.scanner'))
    .addCommand(listCommand())
    .addCommand(watchCommand())
    .addCommand(testCommand())
    .addCommand(setupCommand())
    .addCommand(emulateCommand())
}
