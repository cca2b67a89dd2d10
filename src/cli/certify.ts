/**
 * nationec certify: whether a library or a program does what the standard and
 * the field expect of it.
 * @module
 */
import { performance } from 'node:perf_hooks'
import { Command, Option } from 'commander'
import type { Case, Need, Trial } from '../certify/case.js'
import { TRIALS } from '../certify/cases/index.js'
import { OUT_BYTES } from '../certify/hands.js'
import { loadSubject } from '../certify/library-subject.js'
import { programSubject, takesBytes } from '../certify/program-subject.js'
import { type Result, runTrials } from '../certify/run.js'
import { type Stage, setStage } from '../certify/stage.js'
import { judgeArrivals } from '../certify/wait.js'
import { libraryPath } from '../paths.js'
import { MODEL_NAMES, type ModelName } from '../scanner/emulators/index.js'
import { text } from '../texts/index.js'
import { wholeNumber } from './arguments.js'
import { listCases, type ReportFiles, writeReport } from './certify-show.js'
import { CliError, EXIT } from './output.js'
import { exitOnSignal } from './signals.js'

interface CertifyOptions extends ReportFiles {
  library: string
  program?: string
  wait?: true
  url?: string
  scannerLink?: string
  scanner: ModelName
  deadline?: number
  outBytes: number
  only?: string[]
  list?: true
}

/** The command `certify`; exit code 1 where a case failed. */
export function certifyCommand(): Command {
  const outBytes = text('cli.call.out-bytes')
  const model = new Option('--scanner <model>', text('cli.certify.scanner'))
  return new Command('certify')
    .description(text('cli.certify'))
    .option('--library <file>', text('cli.call.library'), libraryPath())
    .option('--program <command>', text('cli.certify.program'))
    .option('--wait', text('cli.certify.wait'))
    .option('--url <strUrl>', text('cli.certify.url'))
    .option('--scanner-link <path>', text('cli.certify.scanner-link'))
    .addOption(model.choices(MODEL_NAMES).default('plain'))
    .option('--deadline <s>', text('cli.certify.deadline'), wholeNumber)
    .option('--out-bytes <n>', outBytes, wholeNumber, OUT_BYTES)
    .option('--only <id...>', text('cli.certify.only'))
    .option('--list', text('cli.certify.list'))
    .option('--json', text('cli.json'))
    .option('--junit <file>', text('cli.certify.junit'))
    .option('--html <file>', text('cli.certify.html'))
    .addHelpText('after', `\n${text('cli.certify.examples')}`)
    .action(certify)
}

async function certify(options: CertifyOptions): Promise<void> {
  const { only, url, list, wait } = options
  const wanted = selection(only)
  const trials = TRIALS.filter(({ cases }) => cases.some(wanted))
  if (trials.length === 0) {
    throw new CliError(text('cli.certify.none'), EXIT.usage)
  }
  if (url && !URL.canParse(url)) {
    throw new CliError(text('cli.certify.no-url', { url }), EXIT.usage)
  }
  if (list) return listCases(trials, wanted, options)
  const leaveSignals = exitOnSignal()
  const stage = await setStage({ ...options, model: options.scanner, say })
  try {
    const startedAt = new Date()
    const from = performance.now()
    // Who waits is shown what has arrived so far.
    if (wait) leaveSignals()
    const results = wait
      ? await waitFor(stage, options)
      : await tryAll(trials, wanted, stage, options)
    const ms = performance.now() - from
    const subject = wait ? '--wait' : (options.program ?? options.library)
    const facts = { subject, platform: stage.strUrl, startedAt, ms }
    writeReport({ ...facts, results }, options)
    const failed = results.some(({ verdict }) => verdict === 'failed')
    if (failed) process.exitCode = EXIT.failed
  } finally {
    await stage.close()
  }
}

/** Cases by their id, or by what it begins with up to a point or a dash. */
function selection(only: string[] | undefined): (item: Case) => boolean {
  if (!only) return () => true
  return ({ id }) =>
    only.some(
      name => id.startsWith(name) && /^($|[.-])/.test(id.slice(name.length)),
    )
}

async function tryAll(
  trials: readonly Trial[],
  wanted: (item: Case) => boolean,
  stage: Stage,
  { library, program, outBytes }: CertifyOptions,
): Promise<Result[]> {
  const { variables, deadlineMs } = stage
  const startSubject = async () =>
    program
      ? programSubject(program, variables, deadlineMs)
      : loadSubject(library, variables, deadlineMs)
  const onTrial = progress(trials.length)
  const lacks = lacksOf(stage, program)
  try {
    const options = { stage, outBytes, startSubject, lacks, onTrial }
    return await runTrials(trials, options, wanted)
  } finally {
    clearProgress()
  }
}

function lacksOf({ sandbox, byHand }: Stage, program?: string): Need[] {
  const lacks: Need[] = []
  if (!sandbox) lacks.push('sandbox')
  if (byHand) lacks.push('gun')
  if (program) lacks.push('memory')
  if (program && !takesBytes(program)) lacks.push('bytes')
  return lacks
}

async function waitFor(
  { sandbox, strUrl }: Stage,
  { deadline }: CertifyOptions,
): Promise<Result[]> {
  if (!sandbox) throw new CliError(text('cli.certify.no-sandbox', { strUrl }))
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => stop.abort())
  }
  const late = deadline && setTimeout(() => stop.abort(), deadline * 1000)
  const { code } = await sandbox.order({ person: 'zhang' })
  const latest = await sandbox.latestRequest()
  say(text('cli.certify.waiting', { strUrl, code }))
  const { signal } = stop
  const results = await judgeArrivals(sandbox, latest, signal, arrival =>
    say(text('cli.certify.arrived', { transType: arrival.transType })),
  )
  clearTimeout(late)
  if (results.length > 0) return results
  throw new CliError(text('cli.certify.no-arrival'))
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
  process.stderr.write(`${sentence}\n`)
}
