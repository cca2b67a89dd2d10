/**
 * nationec journal: what happened to calls.
 * @module
 */
import { Command } from 'commander'
import { loadConfig } from '../config/load.js'
import { journalKeyPath, journalPath } from '../config/resolve.js'
import { formatCall, formatList } from '../journal/format.js'
import { readJournal } from '../journal/reader.js'
import { systemLocale, text } from '../texts/index.js'
import { wholeNumber } from './arguments.js'
import { CliError, EXIT, print, printJson } from './output.js'

/** Fits a screen. */
const LIST_LIMIT = 20

interface ListArguments {
  config?: string
  limit: number
  failed?: true
  json?: true
}

interface ShowArguments {
  config?: string
  unseal?: true
  json?: true
}

/** The command `journal` with `list` and `show`. */
export function journalCommand(): Command {
  return new Command('journal')
    .description(text('cli.journal'))
    .addCommand(listCommand())
    .addCommand(showCommand())
}

function listCommand(): Command {
  return new Command('list')
    .description(text('cli.journal.list'))
    .option('--limit <n>', text('cli.journal.limit'), wholeNumber, LIST_LIMIT)
    .option('--failed', text('cli.journal.failed'))
    .option('--config <file>', text('cli.config.file'))
    .option('--json', text('cli.json'))
    .action(({ config, limit, failed, json }: ListArguments) => {
      const calls = open(config).list({ limit, onlyFailed: failed === true })
      if (json) printJson(calls)
      else print(formatList(calls))
    })
}

function showCommand(): Command {
  return new Command('show')
    .description(text('cli.journal.show'))
    .argument('[id]', text('cli.journal.id'))
    .option('--unseal', text('cli.journal.unseal'))
    .option('--config <file>', text('cli.config.file'))
    .option('--json', text('cli.json'))
    .action((id: string | undefined, options: ShowArguments) => {
      const { config, unseal, json } = options
      const journal = open(config)
      const asked = id ?? journal.latestId() ?? ''
      const rows = journal.show(asked, { unseal: unseal === true })
      if (rows.length === 0) {
        throw new CliError(text('cli.journal.none'), EXIT.failed)
      }
      if (json) printJson(rows)
      else print(formatCall(rows, systemLocale()))
    })
}

function open(configFile: string | undefined) {
  const { config } = loadConfig({ path: configFile })
  return readJournal({ path: journalPath(config), keyPath: journalKeyPath() })
}
