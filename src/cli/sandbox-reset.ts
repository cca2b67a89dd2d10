/**
 * nationec sandbox reset: as if nothing had happened.
 * @module
 */
import type { Command } from 'commander'
import { resetDone } from '../sandbox/control/contract.js'
import { text } from '../texts/index.js'
import { print, printJson } from './output.js'
import {
  askSandbox,
  type DirectingOptions,
  directingCommand,
} from './sandbox-client.js'
import { printLeft } from './sandbox-left.js'

/** The command `reset`. */
export function resetCommand(): Command {
  return directingCommand('reset', text('cli.sandbox.reset'))
    .addHelpText('after', `\n${text('cli.sandbox.reset.examples')}`)
    .action(async (options: DirectingOptions) => {
      const order = { method: 'POST', path: 'reset', body: {} } as const
      const answer = await askSandbox(order, resetDone, options)
      if (options.json) printJson(answer)
      else {
        print(text('cli.sandbox.reset.done'))
        printLeft(answer, options)
      }
    })
}
