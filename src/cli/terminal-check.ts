/**
 * nationec terminal check: whether what is registered is still true.
 * @module
 */
import { Command } from 'commander'
import { loadConfig } from '../config/load.js'
import { examineTerminal, type TerminalReport } from '../examine-terminal.js'
import { Failure } from '../failure.js'
import { named } from '../terminal/change.js'
import { keep } from '../terminal/kept.js'
import { systemLocale, text } from '../texts/index.js'
import { addExamples } from './examples.js'
import { EXIT, print, printJson, styled } from './output.js'

interface CheckOptions {
  config?: string
  accept?: true
  json?: true
}

/** The command `check`; exit code 1 where it is not true any more. */
export function checkCommand(): Command {
  const command = new Command('check')
    .description(text('cli.terminal.check'))
    .option('--accept', text('cli.terminal.accept'))
    .option('--config <file>', text('cli.config.file'))
    .option('--json', text('cli.json'))
    .action(async ({ config: path, accept, json }: CheckOptions) => {
      const report = await examineTerminal(loadConfig({ path }).config)
      if (accept) acceptChoices(report)
      const problems = problemsOf(report, accept)
      if (json) printJson({ ok: problems.length === 0, problems })
      else show(report, problems)
      process.exitCode = exitCodeOf(problems)
    })
  return addExamples(command, 'terminal check', 'terminal check --accept')
}

interface Problem {
  /** terminal-unregistered, application-waiting, registry-mac, … */
  about: string
  sentence: string
}

const UNREACHABLE = 'registry-unreachable'

function acceptChoices({ sides }: TerminalReport): void {
  for (const { host, choice, reachable } of sides) {
    if (reachable) keep(host, choice)
  }
}

function problemsOf(report: TerminalReport, accept?: true): Problem[] {
  const { filingNumber, sides, registry, application } = report
  const isBare = !filingNumber && !application
  const failures = [
    ...(isBare ? [new Failure('terminal-unregistered')] : []),
    ...sides.flatMap(({ change }) =>
      change && !isOver(change, accept) ? [change] : [],
    ),
  ]
  const own = failures.map(failure => ({
    about: failure.symbol as string,
    sentence: failure.sentence(systemLocale()),
  }))
  if (!application) return [...own, ...registryProblems(registry)]
  const { state, sentence } = application
  return [...own, { about: `application-${state}`, sentence }]
}

/** A card that the configuration names and that is not there stays absent. */
function isOver({ symbol }: Failure, accept?: true): boolean {
  return accept === true && symbol !== 'terminal-card-absent'
}

function registryProblems(registry: TerminalReport['registry']): Problem[] {
  if (!registry) return []
  const { verdict, sentence } = registry
  if (verdict?.ok) return []
  const word = `registry-${verdict?.refusal ?? 'refusal'}`
  return [{ about: verdict ? word : UNREACHABLE, sentence }]
}

function show(report: TerminalReport, problems: Problem[]): void {
  for (const { sentence } of problems)
    print(`${styled('red', '✗')} ${sentence}`)
  if (problems.length > 0) return
  const { filingNumber: number, sides, registry } = report
  const facts = { number, card: named(sides[0].choice), ip: sides[0].choice.ip }
  print(`${styled('green', '✓')} ${text('cli.terminal.same', facts)}`)
  if (registry) print(`${styled('green', '✓')} ${registry.sentence}`)
  else print(`  ${text('cli.terminal.no-registry')}`)
}

/** Where nothing but the line is at fault nobody knows: exit code 3. */
function exitCodeOf(problems: Problem[]): number {
  if (problems.length === 0) return EXIT.ok
  const line = problems.every(({ about }) => about === UNREACHABLE)
  return line ? EXIT.environment : EXIT.failed
}
