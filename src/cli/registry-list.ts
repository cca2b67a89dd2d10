/**
 * nationec registry list, show and history: what is on file.
 * @module
 */
import { type Command, Option } from 'commander'
import { TABLE_1 } from '../dictionary/terminal-fields.js'
import {
  historyPage,
  PAGE_MAX,
  STATES,
  type TerminalView,
  terminalPage,
  terminalView,
} from '../registry/contract.js'
import { systemLocale, text } from '../texts/index.js'
import { wholeNumber } from './arguments.js'
import { print, printJson, printTable } from './output.js'
import {
  type AskingOptions,
  askingCommand,
  segment,
  withRegistry,
} from './registry-client.js'

/** Fits a screen. */
const LIST_LIMIT = 20

interface ListOptions extends AskingOptions {
  state?: string
  orgId?: string
  limit: number
}

/** The command `list`. */
export function listCommand(): Command {
  const state = new Option('--state <state>', text('cli.registry.list.state'))
  return askingCommand(
    'list',
    text('cli.registry.list'),
    'registry list --state applied',
    'registry list f8:34:41:bd:e1:88',
    'registry list 某某医院 --limit 100 --json',
  )
    .argument('[text]', text('cli.terminal.search'))
    .addOption(state.choices(STATES))
    .option('--org-id <id>', text('cli.registry.list.org-id'))
    .option('--limit <n>', text('cli.registry.limit'), wholeNumber, LIST_LIMIT)
    .action(list)
}

async function list(q: string | undefined, options: ListOptions) {
  const { state, orgId, limit, json } = options
  const wanted = Object.entries({ q, state, orgId }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  const terminals: TerminalView[] = []
  const more = await withRegistry(options, async ask => {
    let next: string | null = null
    do {
      const left = Math.min(limit - terminals.length, PAGE_MAX)
      const page: [string, string][] = [['limit', String(left)]]
      if (next !== null) page.push(['after', next])
      const query = new URLSearchParams([...wanted, ...page])
      const answer = await ask({ path: `terminals?${query}` }, terminalPage)
      terminals.push(...answer.terminals)
      next = answer.next
    } while (next !== null && terminals.length < limit)
    return next !== null
  })
  if (json) return printJson(terminals)
  if (terminals.length === 0) return print(text('cli.registry.list.none'))
  for (const terminal of terminals) {
    const { filingNumber, receipt, state, mac, institution, name } = terminal
    const id = filingNumber ?? receipt
    print(
      `${id.padEnd(26)}  ${state.padEnd(9)}  ${mac ?? '-'}  ${institution}  ${name}`,
    )
  }
  if (more) print(text('cli.registry.list.more', { limit }))
}

/** The command `show`. */
export function showCommand(): Command {
  return askingCommand(
    'show',
    text('cli.registry.show'),
    'registry show 99000000000000000001',
  )
    .argument('<id>', text('cli.registry.id'))
    .action(async (id: string, options: AskingOptions) => {
      const path = `terminals/${segment(id)}`
      printTerminal(
        await withRegistry(options, ask => ask({ path }, terminalView)),
        options,
      )
    })
}

/** `terminal` with table 1 first. */
export function printTerminal(
  terminal: TerminalView,
  { json }: AskingOptions,
): void {
  if (json) {
    printJson(terminal)
    return
  }
  const { receipt, state, reason, type, orgId, ip } = terminal
  printTable([
    ...TABLE_1.map((field): [string, string] => [
      field,
      terminal[field] ?? '-',
    ]),
    ['type', type],
    ['orgId', orgId || '-'],
    ['ip', ip ?? '-'],
    ['receipt', receipt],
    ['state', reason ? `${state}: ${reason}` : state],
  ])
}

interface HistoryOptions extends AskingOptions {
  who?: string
  limit: number
}

/** The command `history`. */
export function historyCommand(): Command {
  return askingCommand(
    'history',
    text('cli.registry.history'),
    'registry history 99000000000000000001',
    'registry history --who li --json',
  )
    .argument('[id]', text('cli.registry.id'))
    .option('--who <operator>', text('cli.registry.history.who'))
    .option('--limit <n>', text('cli.registry.limit'), wholeNumber, PAGE_MAX)
    .action(async (id: string | undefined, options: HistoryOptions) => {
      const { who, limit, json } = options
      const query = new URLSearchParams({
        limit: String(Math.min(limit, PAGE_MAX)),
        ...(who !== undefined && { who }),
      })
      const of = id === undefined ? '' : `terminals/${segment(id)}/`
      const path = `${of}history?${query}`
      const { entries } = await withRegistry(options, ask =>
        ask({ path }, historyPage),
      )
      if (json) return printJson(entries)
      for (const { at, who, action, receipt, detail } of entries) {
        const when = new Date(at).toLocaleString(systemLocale())
        print(
          `${when}  ${who}  ${action}  ${receipt}  ${JSON.stringify(detail)}`,
        )
      }
    })
}
