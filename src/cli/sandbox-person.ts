/**
 * nationec sandbox person: whose codes can be shown.
 * @module
 */
import { Command } from 'commander'
import { returnCode } from '../dictionary/return-codes.js'
import { everybody, type Person } from '../sandbox/people/people.js'
import { text } from '../texts/index.js'
import { printJson, printTable } from './output.js'

/** The command `person`. */
export function personCommand(): Command {
  const list = new Command('list')
    .description(text('cli.sandbox.person.list'))
    .option('--json', text('cli.json'))
    .action(({ json }: { json?: true }) => {
      if (json) return printJson(everybody)
      printTable(
        everybody.map(person => {
          const { id, userName, idNo } = person
          return [id, `${userName}  ${idNo}  ${remark(person)}`]
        }),
      )
    })
  return new Command('person')
    .description(text('cli.sandbox.person'))
    .addCommand(list)
}

/** Where somebody is insured, or which answer a magic person stands for. */
function remark({ answers, insuOrg, alsoInsured = [], newcomer }: Person) {
  if (answers !== undefined) return returnCode(answers)?.message
  const areas = [insuOrg, ...alsoInsured].join(', ')
  if (newcomer) return `${areas}  ${text('cli.sandbox.person.newcomer')}`
  return areas || text('cli.sandbox.person.uninsured')
}
