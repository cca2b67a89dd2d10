/**
 * nationec certify: whether a library does what the standard and its callers
 * expect of it.
 * @module
 */
import { writeFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { Command, Option } from 'commander'
import type { Case, Trial } from '../certify/case.js'
import { TRIALS } from '../certify/cases/index.js'
import { OUT_BYTES } from '../certify/hands.js'
import { loadSubject } from '../certify/library-subject.js'
import { type Report, reportJson, speak } from '../certify/report.js'
import { reportHtml } from '../certify/report-html.js'
import { reportJunit } from '../certify/report-junit.js'
import { runTrials } from '../certify/run.js'
import { type Stage, setStage } from '../certify/stage.js'
import { libraryPath } from '../paths.js'
import { MODEL_NAMES, type ModelName } from '../scanner/emulators/index.js'
import { systemLocale, text } from '../texts/index.js'
import { wholeNumber } from './arguments.js'
import { listCases, showReport } from './certify-show.js'
import { CliError, EXIT, printJson } from './output.js'

interface CertifyOptions {
  library: string
  url?: string
  scannerLink?: string
  scanner: ModelName
  deadline?: number
  outBytes: number
  only?: string[]
  list?: true
  json?: true
  junit?: string
  html?: string
}

/** The command `certify`; exit code 1 where a case failed. */
export function certifyCommand(): Command {
  const model = new Option('--scanner <model>', text('cli.certify.scanner'))
  return new Command('certify')
    .description(text('cli.certify'))
    .option('--library <file>', text('cli.call.library'), libraryPath())
    .option('--url <strUrl>', text('cli.certify.url'))
    .option('--scanner-link <path>', text('cli.certify.scanner-link'))
    .addOption(model.choices(MODEL_NAMES).default('plain'))
    .option('--deadline <s>', text('cli.certify.deadline'), wholeNumber)
    .option(
      '--out-bytes <n>',
      text('cli.call.out-bytes'),
      wholeNumber,
      OUT_BYTES,
    )
    .option('--only <id...>', text('cli.certify.only'))
    .option('--list', text('cli.certify.list'))
    .option('--json', text('cli.json'))
    .option('--junit <file>', text('cli.certify.junit'))
    .option('--html <file>', text('cli.certify.html'))
    .addHelpText('after', `\n${text('cli.certify.examples')}`)
    .action(certify)
}

async function certify(options: CertifyOptions): Promise<void> {
  const wanted = selection(options.only)
  const trials = TRIALS.filter(({ cases }) => cases.some(wanted))
  if (trials.length === 0) {
    throw new CliError(text('cli.certify.none'), EXIT.usage)
  }
  if (options.list) return listCases(trials, wanted, options)
  const stage = await setStage({ ...options, model: options.scanner, say })
  try {
    const report = await reportOn(trials, wanted, stage, options)
    write(report, options)
    const failed = report.results.some(({ verdict }) => verdict === 'failed')
    if (failed) process.exitCode = EXIT.failed
  } finally {
    await stage.close()
  }
}

/** Cases by their id, by their trial's, or by what these begin with. */
function selection(only: string[] | undefined): (item: Case) => boolean {
  if (!only) return () => true
  return ({ id }) =>
    only.some(
      name =>
        id === name || id.startsWith(`${name}.`) || id.startsWith(`${name}-`),
    )
}

async function reportOn(
  trials: readonly Trial[],
  wanted: (item: Case) => boolean,
  stage: Stage,
  options: CertifyOptions,
): Promise<Report> {
  const { library, outBytes } = options
  const startedAt = new Date()
  const from = performance.now()
  const results = await runTrials(
    trials,
    {
      stage,
      outBytes,
      startSubject: () =>
        loadSubject(library, stage.variables, stage.deadlineMs),
      lacks: stage.sandbox ? [] : ['sandbox'],
      onTrial: progress(trials.length),
    },
    wanted,
  )
  const ms = performance.now() - from
  clearProgress()
  return { subject: library, platform: stage.strUrl, startedAt, ms, results }
}

/** Where a terminal sees it, how far it has come. */
function progress(count: number) {
  return ({ id }: Trial, number: number) => {
    if (!process.stderr.isTTY) return
    process.stderr.write(`\r\u001b[K[${number + 1}/${count}] ${id}`)
  }
}

function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
}

/** To a person who scans: on stderr, so that stdout stays a report. */
function say(sentence: string): void {
  process.stderr.write(`\n${sentence}\n`)
}

function write(report: Report, { json, junit, html }: CertifyOptions): void {
  const locale = systemLocale()
  if (junit) writeFileSync(junit, reportJunit(report, locale))
  if (html) writeFileSync(html, reportHtml(report, locale))
  if (json) printJson(reportJson(report, locale))
  else {
    const spoken = report.results.map(result => speak(result, locale))
    showReport(report, spoken)
  }
}
