/**
 * nationec scanner list: what is attached, and what to do about it.
 * @module
 */
import { Command } from 'commander'
import { loadConfig } from '../config/load.js'
import type { Failure } from '../failure.js'
import {
  type Examination,
  type Examined,
  examineScanners,
} from '../scanner/examine.js'
import { wantedScanners } from '../scanner/wanted.js'
import { systemLocale, text } from '../texts/index.js'
import { EXIT, print, printJson, styled } from './output.js'

interface ListOptions {
  config?: string
  json?: true
}

/** The command `scanner list`; exit code 3 where no call could read. */
export function listCommand(): Command {
  return new Command('list')
    .description(text('cli.scanner.list'))
    .option('--config <file>', text('cli.config.file'))
    .option('--json', text('cli.json'))
    .addHelpText('after', `\n${text('cli.scanner.list.examples')}`)
    .action(async ({ config: file, json }: ListOptions) => {
      const { config } = loadConfig({ path: file })
      const examined = await examineScanners(wantedScanners(config))
      if (json) printJson(asJson(examined))
      else show(examined)
      if (!canRead(examined)) process.exitCode = EXIT.environment
    })
}

/** Whether a call would find a scanner that nothing is in the way of. */
function canRead({ attached, wanted }: Examination): boolean {
  return wanted.some(
    ({ path, problem }) =>
      !problem &&
      !attached.some(one => one.path === path && one.problem !== undefined),
  )
}

function asJson({ attached, wanted }: Examination) {
  return {
    attached: attached.map(({ problem, ...one }) => ({
      ...one,
      ...asProblem(problem),
    })),
    wanted: wanted.map(({ problem, ...one }) => ({
      ...one,
      ...asProblem(problem),
    })),
  }
}

function asProblem(problem: Failure | undefined) {
  if (!problem) return {}
  const sentence = problem.sentence(systemLocale())
  return { problem: { symbol: problem.symbol, sentence } }
}

function show({ attached, wanted }: Examination): void {
  if (attached.length === 0) print(text('cli.scanner.list.nothing'))
  for (const one of attached) showOne(one)
  for (const { name, problem } of wanted) {
    if (problem) showProblem(`${name}: `, problem)
  }
}

function showOne(one: Examined): void {
  const { usb, label, driver, names, armed, path } = one
  const ids = usb && [usb.vendor, usb.product].join(':')
  const head = [path, ids, usb?.serial, label].filter(Boolean).join('  ')
  print(styled('bold', head))
  print(`  ${text(`cli.scanner.over.${one.over}`)}  ${profile(driver)}`)
  if (one.untold) {
    const drivers = one.untold.join(', ')
    print(`  ${text('cli.scanner.untold', { id: ids ?? '', drivers })}`)
  }
  for (const name of names) print(`  = ${name}`)
  if (armed) print(`  ${styled('green', '✓')} ${text('cli.scanner.armed')}`)
  if (one.problem) showProblem('  ', one.problem)
  else if (!armed) print(`  ${choice(one)}`)
}

function profile(driver: string | undefined): string {
  if (!driver) return text('cli.scanner.profile.unknown')
  return text('cli.scanner.profile', { driver })
}

/** What to write into the configuration to have it armed. */
function choice({ usb, path }: Examined): string {
  const key = usb ? `usb = "${usb.vendor}:${usb.product}"` : `path = "${path}"`
  return text('cli.scanner.choose', { key })
}

function showProblem(before: string, problem: Failure): void {
  const sentence = problem.sentence(systemLocale())
  print(`${before}${styled('red', '✗')} ${sentence}`)
}
