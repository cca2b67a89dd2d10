/**
 * nationec registry list, show and history: what is on file.
 * @module
 */
import { type Command, Option } from 'commander'
import { TABLE_1 } from '../dictionary/terminal-fields.js'
import {
  historyPage,
  STATES,
  type TerminalView,
  terminalPage,
  terminalView,
} from '../registry/contract.js'
import { systemLocale, text } from '../texts/index.js'
import { wholeNumber } from './arguments.js'
import { print, printJson, printTable } from './output.js'
import { firstOf } from './paging.js'
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
  const wanted = given({ q, state, orgId })
  const { items: terminals, more } = await withRegistry(options, ask =>
    firstOf(limit, async page => {
      const query = new URLSearchParams({ ...wanted, ...page })
      const answer = await ask({ path: `terminals?${query}` }, terminalPage)
      return { items: answer.terminals, next: answer.next }
    }),
  )
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

function given(query: Record<string, string | undefined>) {
  const entries = Object.entries(query).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return Object.fromEntries(entries)
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

/** More than a terminal lives through; of a whole registry it is a beginning. */
const HISTORY_LIMIT = 1000

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
    .option(
      '--limit <n>',
      text('cli.registry.limit'),
      wholeNumber,
      HISTORY_LIMIT,
    )
    .action(async (id: string | undefined, options: HistoryOptions) => {
      const { who, limit, json } = options
      const of = id === undefined ? '' : `terminals/${segment(id)}/`
      const { items: entries, more } = await withRegistry(options, ask =>
        firstOf(limit, async page => {
          const query = new URLSearchParams({ ...given({ who }), ...page })
          const path = `${of}history?${query}`
          const answer = await ask({ path }, historyPage)
          return { items: answer.entries, next: answer.next }
        }),
      )
      if (json) return printJson(entries)
      for (const { at, who, action, receipt, detail } of entries) {
        const when = new Date(at).toLocaleString(systemLocale())
        print(
          `${when}  ${who}  ${action}  ${receipt}  ${JSON.stringify(detail)}`,
        )
      }
      if (more) print(text('cli.registry.list.more', { limit }))
    })
}
