/**
 * nationec paths: where everything is.
 * @module
 */
import { Command } from 'commander'
import { findConfigFile } from '../config/load.js'
import { addonPath, libraryPath, socketPath, statePath } from '../paths.js'
import { text } from '../texts/index.js'
import { printJson, printTable } from './output.js'

/** The command `paths`. */
export function pathsCommand(): Command {
  return new Command('paths')
    .description(text('cli.paths'))
    .option('--json', text('cli.json'))
    .action(({ json }: { json?: true }) => {
      const paths = {
        library: libraryPath(),
        addon: addonPath(),
        socket: socketPath(),
        config: findConfigFile() ?? null,
        journal: statePath('journal.db'),
        state: statePath(),
      }
      if (json) printJson(paths)
      else printTable(Object.entries(paths).map(([k, v]) => [k, v ?? '-']))
    })
}
