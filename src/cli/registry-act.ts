/**
 * nationec registry approve, reject, suspend, resume, retire, change and
 * transfer: what an operator does to a terminal.
 * @module
 */
import { type Command, Option } from 'commander'
import { TERMINAL_TYPES } from '../dictionary/terminal-fields.js'
import { terminalView } from '../registry/contract.js'
import { text } from '../texts/index.js'
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

function stepCommand(step: (typeof PLAIN | typeof EXPLAINED)[number]): Command {
  return askingCommand(step, text(`cli.registry.${step}`))
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

interface ChangeOptions extends AskingOptions {
  name?: string
  purpose?: string
  terminalVersion?: string
  developer?: string
  mac?: string
  type?: string
  ip?: string
}

/** `--ip any` takes the binding away. */
const ANY_ADDRESS = 'any'

function changeCommand(): Command {
  const type = new Option('--type <type>', text('terminal.field.type'))
  return askingCommand('change', text('cli.registry.change'))
    .argument('<id>', text('cli.registry.id'))
    .option('--name <text>', text('terminal.field.name'))
    .option('--purpose <text>', text('terminal.field.purpose'))
    .option('--terminal-version <X.Y>', text('terminal.field.version'))
    .option('--developer <text>', text('terminal.field.developer'))
    .option('--mac <mac>', text('terminal.field.mac'))
    .addOption(type.choices(TERMINAL_TYPES))
    .option('--ip <address>', text('cli.registry.change.ip'))
    .action((id: string, options: ChangeOptions) => {
      const { config, json, terminalVersion, ip, ...others } = options
      const body = {
        ...others,
        ...(terminalVersion !== undefined && { version: terminalVersion }),
        ...(ip !== undefined && { ip: ip === ANY_ADDRESS ? null : ip }),
      }
      if (Object.keys(body).length === 0)
        throw new CliError(text('cli.registry.change.none'), EXIT.usage)
      return act(id, options, { method: 'PATCH', path: '', body })
    })
}

interface TransferOptions extends AskingOptions {
  orgId: string
  institution: string
}

function transferCommand(): Command {
  const orgId = text('terminal.field.orgId')
  const name = text('terminal.field.institution')
  return askingCommand('transfer', text('cli.registry.transfer'))
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
