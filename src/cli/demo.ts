/**
 * nationec demo: the whole way of a call on this machine, step by step.
 * @module
 */
import { Command } from 'commander'
import { type DemoEvent, runDemo } from '../demo.js'
import { text } from '../texts/index.js'
import { EXIT, print, printJson, styled } from './output.js'
import { exitOnSignal } from './signals.js'

/** The command `demo`; exit code 1 where the program got no person. */
export function demoCommand(): Command {
  return new Command('demo')
    .description(text('cli.demo'))
    .option('--json', text('cli.json'))
    .action(async ({ json }: { json?: true }) => {
      exitOnSignal()
      if (!json) print(`${text('cli.demo.intro')}\n`)
      const result = await runDemo(json ? () => {} : printEvent)
      if (json) printJson(result)
      else {
        print()
        print(`${text('cli.demo.returned')}  ${result.returned}`)
        print(`OutData  ${JSON.stringify(result.outData, null, 2)}`)
        print(`\n${text('cli.demo.next')}`)
      }
      if (result.returned !== '0000') process.exitCode = EXIT.failed
    })
}

function printEvent({ ms, step, facts }: DemoEvent): void {
  const time = `${ms.toFixed(1).padStart(8)} ms`
  const said = Object.entries(facts)
    .map(([name, value]) => `${name}=${value}`)
    .join('  ')
  print(`${styled('dim', time)}  ${styled('bold', step.padEnd(9))}  ${said}`)
}
