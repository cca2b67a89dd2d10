/**
 * nationec terminal import: a sheet of terminals, all or none.
 * @module
 */
import type { Command } from 'commander'
import { z } from 'zod'
import {
  type CommitAnswer,
  commitAnswer,
  PAGE_MAX,
  partAnswer,
  type RowProblem,
} from '../registry/contract.js'
import { readTerminals } from '../registry/sheet/sheet.js'
import { SheetError } from '../registry/sheet/sheet-error.js'
import { text } from '../texts/index.js'
import { CliError, EXIT, print, printJson } from './output.js'
import { showProgress } from './progress.js'
import {
  type Ask,
  type AskingOptions,
  askingCommand,
  withRegistry,
} from './registry-client.js'

/** Once there are so many, the rest says nothing new. */
const PROBLEMS_MAX = 1000

/** The command `import`; exit code 1 where a row is wrong. */
export function importCommand(): Command {
  return askingCommand('import', text('cli.terminal.import'))
    .argument('<file>', text('cli.terminal.import.file'))
    .addHelpText('after', `\n${text('cli.terminal.import.examples')}`)
    .action(async (file: string, options: AskingOptions) => {
      const progress = showProgress(text('cli.terminal.import.reading'))
      const answer = await withRegistry(options, ask =>
        importSheet(ask, file, progress.at),
      ).finally(progress.end)
      report(answer, options)
    })
}

async function importSheet(
  ask: Ask,
  file: string,
  onProgress: (part: number) => void,
): Promise<CommitAnswer> {
  const id = z.object({ id: z.string() })
  const begun = await ask({ method: 'POST', path: 'imports' }, id)
  const path = `imports/${begun.id}`
  /** Of the rows that are not even sent. */
  const unread: RowProblem[] = []
  let known = 0
  let seen = 0
  const rows: { row: number; content: object }[] = []
  const send = async () => {
    if (rows.length === 0) return
    const body = { rows: rows.splice(0) }
    const part = { method: 'PUT', path: `${path}/rows`, body } as const
    known += (await ask(part, partAnswer)).problems.length
  }
  try {
    for await (const read of readTerminals(file, onProgress)) {
      seen += 1
      if ('problems' in read) unread.push(...read.problems)
      else if (rows.push(read) === PAGE_MAX) await send()
      if (known + unread.length >= PROBLEMS_MAX) break
    }
  } catch (error) {
    throw asCliError(error)
  }
  if (seen === 0)
    throw new CliError(text('cli.terminal.import.empty'), EXIT.failed)
  await send()
  if (unread.length === 0)
    return ask({ method: 'POST', path: `${path}/commit` }, commitAnswer)
  const { problems } = await ask({ path: `${path}/problems` }, partAnswer)
  problems.push(...unread)
  problems.sort((one, other) => one.row - other.row)
  return { registered: 0, problems: problems.slice(0, PROBLEMS_MAX) }
}

function report(answer: CommitAnswer, { json }: AskingOptions): void {
  const { registered, problems } = answer
  if (problems.length > 0) process.exitCode = EXIT.failed
  if (json) {
    printJson(answer)
    return
  }
  for (const { row, sentence } of problems)
    print(text('cli.terminal.import.row', { row, sentence }))
  if (problems.length === PROBLEMS_MAX)
    print(text('cli.terminal.import.more', { count: PROBLEMS_MAX }))
  const key =
    problems.length > 0
      ? 'cli.terminal.import.none'
      : 'cli.terminal.import.done'
  print(text(key, { count: registered || problems.length }))
}

/** With each fault of the heading on a line of its own. */
function asCliError(error: unknown): unknown {
  if (!(error instanceof SheetError)) return error
  const sentences = error.problems.map(({ sentence }) => `\n  ${sentence}`)
  return new CliError(error.message + sentences.join(''), EXIT.failed)
}
