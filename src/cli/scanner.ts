/**
 * nationec scanner emulate: a virtual gun that reads what it is typed.
 * @module
 */
import { rmSync, symlinkSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Command } from 'commander'
import { plugVirtualScanner } from '../scanner/virtual.js'
import { text } from '../texts/index.js'
import { print } from './output.js'

/** The command `scanner`. */
export function scannerCommand(): Command {
  const emulate = new Command('emulate')
    .description(text('cli.scanner.emulate'))
    .option('--link <path>', text('cli.scanner.link'))
    .addHelpText('after', `\n${text('cli.scanner.examples')}`)
    .action(async ({ link }: { link?: string }) => {
      const scanner = plugVirtualScanner()
      if (link) symlinkSync(scanner.path, link)
      print(text('cli.scanner.ready', { path: link ?? scanner.path }))
      const lines = createInterface({ input: process.stdin })
      process.once('SIGINT', () => lines.close())
      process.once('SIGTERM', () => lines.close())
      for await (const code of lines) await scanner.scan(code)
      scanner.unplug()
      if (link) rmSync(link, { force: true })
    })
  return new Command('scanner')
    .description(text('cli.scanner'))
    .addCommand(emulate)
}
