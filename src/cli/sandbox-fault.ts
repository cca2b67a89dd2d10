/**
 * nationec sandbox fault: what is to go wrong, and for whom.
 * @module
 */
import { Command } from 'commander'
import {
  type Fault,
  fault,
  faultKind,
  faultList,
} from '../sandbox/control/fault-contract.js'
import { faultWords } from '../sandbox/control/fault-words.js'
import { text } from '../texts/index.js'
import { fraction, wholeNumber } from './arguments.js'
import { CliError, EXIT, print, printJson, printTable } from './output.js'
import {
  askSandbox,
  type DirectingOptions,
  directingCommand,
} from './sandbox-client.js'

interface AddOptions extends DirectingOptions {
  route?: string
  transType?: string
  termId?: string
  orgId?: string
  probability?: number
  count?: number
}

/** The command `fault` with `add`, `list`, `remove` and `clear`. */
export function faultCommand(): Command {
  return new Command('fault')
    .description(text('cli.sandbox.fault'))
    .addCommand(addCommand())
    .addCommand(listCommand())
    .addCommand(removeCommand())
    .addCommand(clearCommand())
    .addHelpText('after', `\n${text('cli.sandbox.fault.examples')}`)
}

function addCommand(): Command {
  return directingCommand('add', text('cli.sandbox.fault.add'))
    .argument('<fault...>', text('cli.sandbox.fault.kind'))
    .option('--route <name>', text('cli.sandbox.fault.route'))
    .option('--trans-type <type>', text('cli.sandbox.fault.trans-type'))
    .option('--term-id <id>', text('cli.sandbox.fault.term-id'))
    .option('--org-id <id>', text('cli.sandbox.fault.org-id'))
    .option(
      '--probability <p>',
      text('cli.sandbox.fault.probability'),
      fraction,
    )
    .option('--count <n>', text('cli.sandbox.fault.count'), wholeNumber)
    .addHelpText('after', `\n${text('cli.sandbox.fault.kinds')}`)
    .addHelpText('after', `\n${text('cli.sandbox.fault.examples')}`)
    .action(async (words: string[], options: AddOptions) => {
      const { json, space, ...criteria } = options
      const body = { ...criteria, fault: readFault(words) }
      const order = { method: 'POST', path: 'faults', body } as const
      const added = await askSandbox(order, fault, options)
      if (json) return printJson(added)
      print(text('cli.sandbox.fault.added', { id: added.id }))
      if (added.door) print(added.door.url)
    })
}

/** Words such as "gbk" or "code=-6", one fault together. */
function readFault(words: string[]): object {
  const members = words.map(word => {
    const [kind = '', value] = word.split('=', 2)
    if (value === undefined) return [kind, true]
    return [kind, /^-?\d+$/.test(value) ? Number(value) : value]
  })
  const read = faultKind.safeParse(Object.fromEntries(members))
  if (read.success) return read.data
  const fault = words.join(' ')
  throw new CliError(text('cli.sandbox.fault.wrong', { fault }), EXIT.usage)
}

function listCommand(): Command {
  return directingCommand('list', text('cli.sandbox.fault.list')).action(
    async (options: DirectingOptions) => {
      const { faults } = await askSandbox(
        { path: 'faults' },
        faultList,
        options,
      )
      if (options.json) return printJson(faults)
      if (faults.length === 0) return print(text('cli.sandbox.fault.none'))
      printTable(faults.map(fault => [`#${fault.id}`, describe(fault)]))
    },
  )
}

const CRITERIA = [
  'route',
  'transType',
  'termId',
  'orgId',
  'probability',
  'count',
] as const

function describe(fault: Fault): string {
  const criteria = CRITERIA.flatMap(name =>
    fault[name] === undefined ? [] : [`${name}=${fault[name]}`],
  )
  const { struck, door } = fault
  return [
    faultWords(fault.fault),
    ...criteria,
    text('cli.sandbox.fault.struck', { struck }),
    ...(door ? [door.url] : []),
  ].join('  ')
}

function removeCommand(): Command {
  return directingCommand('remove', text('cli.sandbox.fault.remove'))
    .argument('<id>', text('cli.sandbox.fault.id'), wholeNumber)
    .action(async (id: number, options: DirectingOptions) => {
      const order = { method: 'DELETE', path: `faults/${id}` } as const
      const removed = await askSandbox(order, fault, options)
      if (options.json) return printJson(removed)
      print(text('cli.sandbox.fault.removed', { id }))
    })
}

function clearCommand(): Command {
  return directingCommand('clear', text('cli.sandbox.fault.clear')).action(
    async (options: DirectingOptions) => {
      const order = { method: 'DELETE', path: 'faults' } as const
      const left = await askSandbox(order, faultList, options)
      if (options.json) return printJson(left.faults)
      print(text('cli.sandbox.fault.none'))
    },
  )
}
