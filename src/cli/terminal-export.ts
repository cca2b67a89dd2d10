/**
 * nationec terminal export and template: sheets to hand on and to fill in.
 * @module
 */
import { Command, Option } from 'commander'
import {
  PAGE_MAX,
  STATES,
  type TerminalView,
  terminalPage,
} from '../registry/contract.js'
import { writeTemplate, writeTerminals } from '../registry/sheet/write.js'
import { text } from '../texts/index.js'
import { addExamples } from './examples.js'
import { CliError, print, printJson } from './output.js'
import {
  type Ask,
  type AskingOptions,
  askingCommand,
  withRegistry,
} from './registry-client.js'

interface ExportOptions extends AskingOptions {
  state: string
  orgId?: string
}

/** The command `export`. */
export function exportCommand(): Command {
  const state = new Option('--state <state>', text('cli.registry.list.state'))
  return askingCommand(
    'export',
    text('cli.terminal.export'),
    'terminal export all.xlsx',
    'terminal export retired.csv --state retired',
    'terminal export ours.xlsx --org-id H99000000001',
  )
    .argument('<file>', text('cli.terminal.export.file'))
    .addOption(state.choices(STATES).default('active'))
    .option('--org-id <id>', text('cli.registry.list.org-id'))
    .action(async (file: string, options: ExportOptions) => {
      const count = await withRegistry(options, ask =>
        unlessThere(file, () => writeTerminals(file, terminals(ask, options))),
      )
      if (options.json) printJson({ file, count })
      else print(text('cli.terminal.export.done', { file, count }))
    })
}

/** The command `template`. */
export function templateCommand(): Command {
  const command = new Command('template')
    .description(text('cli.terminal.template'))
    .argument('<file>', text('cli.terminal.export.file'))
    .option('--json', text('cli.json'))
    .action(async (file: string, { json }: { json?: true }) => {
      await unlessThere(file, () => writeTemplate(file))
      if (json) printJson({ file })
      else print(text('cli.terminal.template.done', { file }))
    })
  return addExamples(command, 'terminal template terminals.xlsx')
}

async function* terminals(
  ask: Ask,
  { state, orgId }: ExportOptions,
): AsyncGenerator<TerminalView> {
  let next: string | null = null
  do {
    const query = new URLSearchParams({
      state,
      limit: String(PAGE_MAX),
      ...(orgId !== undefined && { orgId }),
      ...(next !== null && { after: next }),
    })
    const page: { terminals: TerminalView[]; next: string | null } = await ask(
      { path: `terminals?${query}` },
      terminalPage,
    )
    yield* page.terminals
    next = page.next
  } while (next !== null)
}

/** A sheet that somebody has worked on is not written over. */
async function unlessThere<Result>(
  file: string,
  write: () => Promise<Result>,
): Promise<Result> {
  try {
    return await write()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EEXIST') throw error
    throw new CliError(text('cli.terminal.export.there', { file }))
  }
}
