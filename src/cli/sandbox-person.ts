/**
 * nationec sandbox person: whose codes can be shown.
 * @module
 */
import { Command } from 'commander'
import { people } from '../sandbox/people.js'
import { text } from '../texts/index.js'
import { printJson, printTable } from './output.js'

/** The command `person`. */
export function personCommand(): Command {
  const list = new Command('list')
    .description(text('cli.sandbox.person.list'))
    .option('--json', text('cli.json'))
    .action(({ json }: { json?: true }) => {
      if (json) return printJson(people)
      printTable(
        people.map(({ id, userName, idNo, insuOrg }) => [
          id,
          `${userName}  ${idNo}  ${insuOrg}`,
        ]),
      )
    })
  return new Command('person')
    .description(text('cli.sandbox.person'))
    .addCommand(list)
}
