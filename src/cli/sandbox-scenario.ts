/**
 * nationec sandbox scenario: situations by name.
 * @module
 */
import { Command } from 'commander'
import { scenarioList, scenarioSetUp } from '../sandbox/control/contract.js'
import { describeFault } from '../sandbox/control/fault-words.js'
import { text } from '../texts/index.js'
import { print, printJson, printTable } from './output.js'
import {
  askSandbox,
  type DirectingOptions,
  directingCommand,
} from './sandbox-client.js'
import { printLeft } from './sandbox-left.js'

/** The command `scenario` with `list` and `run`. */
export function scenarioCommand(): Command {
  return new Command('scenario')
    .description(text('cli.sandbox.scenario'))
    .addCommand(listCommand(), { isDefault: true })
    .addCommand(runCommand())
    .addHelpText('after', `\n${text('cli.sandbox.scenario.examples')}`)
}

function listCommand(): Command {
  return directingCommand('list', text('cli.sandbox.scenario.list')).action(
    async (options: DirectingOptions) => {
      const asked = { path: 'scenarios' }
      const { scenarios } = await askSandbox(asked, scenarioList, options)
      if (options.json) return printJson(scenarios)
      printTable(scenarios.map(({ name, about }) => [name, about]))
    },
  )
}

function runCommand(): Command {
  return directingCommand('run', text('cli.sandbox.scenario.run'))
    .argument('<name>', text('cli.sandbox.scenario.name'))
    .action(async (name: string, options: DirectingOptions) => {
      const path = `scenarios/${encodeURIComponent(name)}`
      const order = { method: 'POST', path, body: {} } as const
      const setUp = await askSandbox(order, scenarioSetUp, options)
      if (options.json) return printJson(setUp)
      print(setUp.about)
      for (const fault of setUp.faults) print(describeFault(fault))
      for (const { person, kind, province, code } of setUp.codes)
        print(`${code}  ${person}  ${kind}  ${province}`)
      printLeft(setUp, options)
    })
}
