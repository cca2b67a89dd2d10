/**
 * nationec terminal export and template: sheets to hand on and to fill in.
 * @module
 */
import { Command, Option } from 'commander'
import {
  countAnswer,
  PAGE_MAX,
  STATES,
  type TerminalView,
  terminalPage,
} from '../registry/contract.js'
import { SheetError } from '../registry/sheet/sheet-error.js'
import { writeTemplate, writeTerminals } from '../registry/sheet/write.js'
import { text } from '../texts/index.js'
import { addExamples } from './examples.js'
import { CliError, EXIT, print, printJson } from './output.js'
import { pages } from './paging.js'
import { showProgress } from './progress.js'
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
      const progress = showProgress(text('cli.terminal.export.writing'))
      const count = await withRegistry(options, ask =>
        written(file, () =>
          writeTerminals(file, terminals(ask, options, progress.at)),
        ),
      ).finally(progress.end)
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
      await written(file, () => writeTemplate(file))
      if (json) printJson({ file })
      else print(text('cli.terminal.template.done', { file }))
    })
  return addExamples(command, 'terminal template terminals.xlsx')
}

async function* terminals(
  ask: Ask,
  { state, orgId }: ExportOptions,
  onProgress: (part: number) => void,
): AsyncGenerator<TerminalView> {
  const wanted = { state, ...(orgId !== undefined && { orgId }) }
  const counted = `terminals/count?${new URLSearchParams(wanted)}`
  const { count } = await ask({ path: counted }, countAnswer)
  let done = 0
  const all = pages(async page => {
    const query = new URLSearchParams({
      ...wanted,
      ...page,
      limit: String(PAGE_MAX),
    })
    const path = `terminals?${query}`
    const { terminals, next } = await ask({ path }, terminalPage)
    return { items: terminals, next }
  })
  for await (const { items } of all) {
    yield* items
    done += items.length
    if (done > 0) onProgress(done / Math.max(count, done))
  }
}

/** A sheet that somebody has worked on is not written over. */
async function written<Result>(
  file: string,
  write: () => Promise<Result>,
): Promise<Result> {
  try {
    return await write()
  } catch (error) {
    if (error instanceof SheetError)
      throw new CliError(error.message, EXIT.failed)
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EEXIST') throw error
    throw new CliError(text('cli.terminal.export.there', { file }))
  }
}
