/**
 * nationec terminal list: what the registry has on file.
 * @module
 */
import { Command, Option } from 'commander'
import { loadConfig } from '../config/load.js'
import { registryAddress, withRegistry } from '../registry-line.js'
import {
  type FiledTerminal,
  type RegistryClient,
  TERMINAL_STATES,
} from '../terminal/registry-client.js'
import { text } from '../texts/index.js'
import { wholeNumber } from './arguments.js'
import { printColumns } from './columns.js'
import { addExamples } from './examples.js'
import { CliError, print, printJson } from './output.js'
import { asCliError } from './terminal-line.js'

/** A technician waits for it. */
const LIST_MS = 30_000
const SHOWN_DEFAULT = 200

interface ListOptions {
  state?: string
  orgId?: string
  all?: true
  limit: number
  config?: string
  json?: true
}

/** The command `list`. */
export function listCommand(): Command {
  const state = new Option('--state <state>', text('cli.terminal.state'))
  const command = new Command('list')
    .description(text('cli.terminal.list'))
    .argument('[search]', text('cli.terminal.search'))
    .addOption(state.choices(TERMINAL_STATES))
    .option('--org-id <id>', text('cli.terminal.list.org-id'))
    .option('--all', text('cli.terminal.list.all'))
    .option(
      '--limit <n>',
      text('cli.terminal.limit'),
      wholeNumber,
      SHOWN_DEFAULT,
    )
    .option('--config <file>', text('cli.config.file'))
    .option('--json', text('cli.json'))
    .action(list)
  return addExamples(
    command,
    'terminal list',
    'terminal list 某某医院 --all',
    'terminal list --state suspended --json',
  )
}

async function list(
  q: string | undefined,
  options: ListOptions,
): Promise<void> {
  const { config } = loadConfig({ path: options.config })
  const address = registryAddress(config)
  if (!address) throw new CliError(text('cli.terminal.no-registry'))
  const orgId = options.orgId ?? (options.all ? '' : config.terminal.org_id)
  const wanted = { q, state: options.state, orgId }
  const token = process.env.NATIONEC_REGISTRY_TOKEN
  const { terminals, more } = await withRegistry(
    address,
    { deadlineMs: LIST_MS, token },
    client => collect(client, wanted, options.limit),
  ).catch(error => {
    throw asCliError(error, address.url)
  })
  if (options.json) return printJson(terminals)
  if (terminals.length === 0) return print(text('cli.terminal.none'))
  printColumns(terminals.map(row))
  if (more) print(text('cli.terminal.more', { limit: options.limit }))
}

async function collect(
  client: RegistryClient,
  wanted: Parameters<RegistryClient['search']>[0],
  limit: number,
) {
  const terminals: FiledTerminal[] = []
  let after: string | undefined
  do {
    const page = await client.search({ ...wanted, after })
    terminals.push(...page.terminals)
    after = page.next ?? undefined
  } while (after && terminals.length < limit)
  const more = Boolean(after) || terminals.length > limit
  return { terminals: terminals.slice(0, limit), more }
}

function row(terminal: FiledTerminal): string[] {
  const { filingNumber, receipt, state, mac, orgId, institution, name } =
    terminal
  return [
    filingNumber ?? receipt,
    text(`terminal.state.${state}`),
    mac ?? '-',
    orgId || '-',
    institution,
    name,
  ]
}
