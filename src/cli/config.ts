/**
 * nationec config: check the file, show every key.
 * @module
 */
import { Command } from 'commander'
import { loadConfig } from '../config/load.js'
import { showConfig } from '../config/show.js'
import { systemLocale, text } from '../texts/index.js'
import { print, printJson } from './output.js'

/** The command `config` with `check` and `show`. */
export function configCommand(): Command {
  const check = new Command('check')
    .description(text('cli.config.check'))
    .argument('[file]', text('cli.config.file'))
    .option('--json', text('cli.json'))
    .action((file: string | undefined, { json }: { json?: true }) => {
      const { path } = loadConfig({ path: file })
      if (json) printJson({ ok: true, path: path ?? null })
      else if (path) print(text('cli.config.good', { path }))
      else print(text('cli.config.none'))
    })
  const show = new Command('show')
    .description(text('cli.config.show'))
    .option('--config <file>', text('cli.config.file'))
    .option('--json', text('cli.json'))
    .action(({ config: file, json }: { config?: string; json?: true }) => {
      const { config } = loadConfig({ path: file })
      if (json) printJson(config)
      else print(showConfig(systemLocale(), config).trimEnd())
    })
  return new Command('config')
    .description(text('cli.config'))
    .addCommand(check)
    .addCommand(show)
}
