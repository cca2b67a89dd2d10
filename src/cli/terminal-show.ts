/**
 * nationec terminal show: what this machine is, and what the registry says.
 * @module
 */
import { Command } from 'commander'
import { loadConfig } from '../config/load.js'
import {
  fieldLabel,
  type TerminalField,
  typeLabel,
} from '../dictionary/terminal-fields.js'
import { examineTerminal, type TerminalReport } from '../examine-terminal.js'
import type { Card } from '../terminal/cards.js'
import type { FiledTerminal } from '../terminal/registry-client.js'
import { systemLocale, text } from '../texts/index.js'
import { printColumns } from './columns.js'
import { addExamples } from './examples.js'
import { print, printJson, styled } from './output.js'

/** The command `show`. */
export function showCommand(): Command {
  const command = new Command('show')
    .description(text('cli.terminal.show'))
    .option('--config <file>', text('cli.config.file'))
    .option('--json', text('cli.json'))
    .action(
      async ({ config: path, json }: { config?: string; json?: true }) => {
        const report = await examineTerminal(loadConfig({ path }).config)
        if (json) printJson(inJson(report))
        else show(report)
      },
    )
  return addExamples(command, 'terminal show', 'terminal show --json')
}

function inJson({ sides, ...report }: TerminalReport) {
  return {
    ...report,
    machine: sides[0].choice,
    platforms: sides.map(({ url, choice, kept, change, reachable }) => ({
      ...{ url, choice, reachable },
      kept: kept ?? null,
      change: change?.message ?? null,
    })),
    interfaces: sides[0].cards,
    registry: report.registry ?? null,
    application: report.application ?? null,
  }
}

function show(report: TerminalReport): void {
  const { sides, registry, application } = report
  const filed = registry?.verdict?.terminal ?? application?.filed
  printColumns([
    ['', text('cli.terminal.machine'), text('cli.terminal.registry')],
    ...compare(report, filed),
  ])
  print()
  print(styled('bold', text('cli.terminal.interfaces')))
  printColumns(
    sides[0].cards.map(card => [
      `  ${card.name}`,
      card.mac,
      roleOf(card, report),
    ]),
  )
  print()
  for (const sentence of remarks(report)) print(sentence)
}

/** Each field on both sides; ≠ where they differ, as far as both are known. */
function compare(
  { filingNumber, orgId, sides }: TerminalReport,
  filed: FiledTerminal | undefined,
): string[][] {
  const { mac, ip } = sides[0].choice
  const row = (label: string, own: string, theirs: string | null = null) => {
    const differs = own && theirs && own !== theirs
    const there = theirs ?? ''
    return [label, own || '-', (differs ? '≠ ' : '') + (there || '-')]
  }
  const label = (field: TerminalField) => fieldLabel(field, systemLocale())
  return [
    row(label('filingNumber'), filingNumber, filed?.filingNumber),
    row(label('name'), '', filed?.name),
    row(label('purpose'), '', filed?.purpose),
    row(label('version'), '', filed?.version),
    row(label('institution'), '', filed?.institution),
    row(label('developer'), '', filed?.developer),
    row(label('filedOn'), '', filed?.filedOn),
    row(label('mac'), mac, filed?.mac),
    row(label('type'), '', filed && typeLabel(filed.type, systemLocale())),
    row(label('orgId'), orgId, filed?.orgId),
    row(text('cli.terminal.ip'), ip, filed?.ip),
  ]
}

function roleOf(card: Card, { sides }: TerminalReport): string {
  const used = sides.filter(({ choice }) => choice.interface === card.name)
  const roles = [
    card.addresses.join(', '),
    ...used.map(({ url }) => text('cli.terminal.toward', { url })),
    ...(card.aside ? [text(`terminal.aside.${card.aside}`)] : []),
  ]
  return roles.filter(Boolean).join('; ')
}

function remarks(report: TerminalReport): string[] {
  const { filingNumber, sides, registry, application } = report
  const changes = sides.flatMap(({ change }) =>
    change ? [styled('yellow', `! ${change.sentence(systemLocale())}`)] : [],
  )
  if (application)
    return [...changes, `${styled('yellow', '!')} ${application.sentence}`]
  if (!filingNumber) return [...changes, text('cli.terminal.no-number')]
  if (!registry) return [...changes, text('cli.terminal.no-registry')]
  const mark = registry.verdict?.ok ? styled('green', '✓') : styled('red', '✗')
  return [...changes, `${mark} ${registry.sentence}`]
}
