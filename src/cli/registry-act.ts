/**
 * nationec registry approve, reject, suspend, resume, retire, change and
 * transfer: what an operator does to a terminal.
 * @module
 */
import type { Command } from 'commander'
import { terminalView } from '../registry/contract.js'
import { text } from '../texts/index.js'
import {
  addFieldOptions,
  type FieldOptions,
  givenFields,
} from './field-options.js'
import { CliError, EXIT } from './output.js'
import {
  type Asked,
  type AskingOptions,
  askingCommand,
  segment,
  withRegistry,
} from './registry-client.js'
import { printTerminal } from './registry-list.js'

/** One command for each action. */
export function actCommands(): Command[] {
  return [
    ...PLAIN.map(stepCommand),
    ...EXPLAINED.map(step =>
      stepCommand(step).requiredOption(
        '--reason <text>',
        text('cli.registry.reason'),
      ),
    ),
    changeCommand(),
    transferCommand(),
  ]
}

const PLAIN = ['approve', 'resume'] as const
const EXPLAINED = ['reject', 'suspend', 'retire'] as const

const EXAMPLES = {
  approve: 'registry approve 01ARZ3NDEKTSV4RRFFQ69G5FAV',
  resume: 'registry resume 99000000000000000001',
  reject: 'registry reject 01ARZ3NDEKTSV4RRFFQ69G5FAV --reason 重复',
  suspend: 'registry suspend 99000000000000000001 --reason 丢失',
  retire: 'registry retire 99000000000000000001 --reason 报废',
}

function stepCommand(step: (typeof PLAIN | typeof EXPLAINED)[number]): Command {
  return askingCommand(step, text(`cli.registry.${step}`), EXAMPLES[step])
    .argument('<id>', text('cli.registry.id'))
    .action((id: string, options: AskingOptions & { reason?: string }) => {
      const { reason } = options
      return act(id, options, {
        method: 'POST',
        path: `/${step}`,
        ...(reason !== undefined && { body: { reason } }),
      })
    })
}

interface ChangeOptions extends AskingOptions, FieldOptions {
  ip?: string
}

/** `--ip any` takes the binding away. */
const ANY_ADDRESS = 'any'

function changeCommand(): Command {
  const command = askingCommand(
    'change',
    text('cli.registry.change'),
    'registry change 99000000000000000001 --mac f8:34:41:bd:e1:88',
    'registry change 99000000000000000001 --ip 10.1.2.3',
    'registry change 99000000000000000001 --ip any',
  ).argument('<id>', text('cli.registry.id'))
  return addFieldOptions(command, CHANGEABLE)
    .option('--ip <address>', text('cli.registry.change.ip'))
    .action((id: string, options: ChangeOptions) => {
      const { ip } = options
      const body = {
        ...givenFields(options),
        ...(ip !== undefined && { ip: ip === ANY_ADDRESS ? null : ip }),
      }
      if (Object.keys(body).length === 0)
        throw new CliError(text('cli.registry.change.none'), EXIT.usage)
      return act(id, options, { method: 'PATCH', path: '', body })
    })
}

/** Who uses a terminal is not changed: it is transferred. */
const CHANGEABLE = [
  'name',
  'purpose',
  'version',
  'developer',
  'mac',
  'type',
] as const

interface TransferOptions extends AskingOptions {
  orgId: string
  institution: string
}

function transferCommand(): Command {
  const orgId = text('terminal.field.orgId')
  const name = text('terminal.field.institution')
  return askingCommand(
    'transfer',
    text('cli.registry.transfer'),
    'registry transfer 99000000000000000001 --org-id H99000000002 --institution 某某医院',
  )
    .argument('<id>', text('cli.registry.id'))
    .requiredOption('--org-id <id>', orgId)
    .requiredOption('--institution <text>', name)
    .action((id: string, options: TransferOptions) => {
      const { orgId, institution } = options
      const body = { orgId, institution }
      return act(id, options, { method: 'POST', path: '/transfer', body })
    })
}

async function act(
  id: string,
  options: AskingOptions,
  { path, ...asked }: Asked,
): Promise<void> {
  const terminal = await withRegistry(options, ask =>
    ask({ ...asked, path: `terminals/${segment(id)}${path}` }, terminalView),
  )
  printTerminal(terminal, options)
}
