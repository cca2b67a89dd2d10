/**
 * nationec scanner test: open, trigger, read one code, measure, and judge.
 * @module
 */
import { Command } from 'commander'
import { classify } from '../codes/classify.js'
import { Failure } from '../failure.js'
import { findDevices } from '../scanner/locate.js'
import { maskedBytes, maskedText } from '../scanner/masked.js'
import type { Device } from '../scanner/reading.js'
import { textOf } from '../scanner/text.js'
import { type Trial, tryReading } from '../scanner/trial.js'
import { type Advice, judge } from '../scanner/verdict.js'
import { systemLocale, text } from '../texts/index.js'
import { wholeNumber } from './arguments.js'
import { EXIT, print, printJson, styled } from './output.js'
import { type Choice, chosenScanners, withChoice } from './scanner-choice.js'
import { exitCodeOf } from './signals.js'
import { startWaiting } from './waiting.js'

/** Enough to take a phone out and open the code. */
const SECONDS = 30

interface TestOptions extends Choice {
  seconds: number
  json?: true
}

/** The command `scanner test`; each scanner that is meant, in turn. */
export function testCommand(): Command {
  return withChoice(new Command('test'))
    .description(text('cli.scanner.test'))
    .option(
      '--seconds <n>',
      text('cli.scanner.test.seconds'),
      wholeNumber,
      SECONDS,
    )
    .option('--json', text('cli.json'))
    .addHelpText('after', `\n${text('cli.scanner.test.examples')}`)
    .action(test)
}

async function test(which: string | undefined, options: TestOptions) {
  const results: object[] = []
  for (const found of await findDevices(chosenScanners(which, options))) {
    const result =
      found instanceof Failure
        ? lost(found, options)
        : await testOne(found, options)
    results.push(result)
  }
  if (options.json) printJson(results)
}

/** It is not there, or not ours to open. */
function lost(failure: Failure, { json }: TestOptions): object {
  process.exitCode = EXIT.environment
  const sentence = failure.sentence(systemLocale())
  if (!json) mark(false, sentence)
  return { well: false, symbol: failure.symbol, sentence }
}

async function testOne(device: Device, options: TestOptions): Promise<object> {
  const { path } = device.port
  const trial = await read(device, options)
  const { failure, code } = trial
  if (failure && trial.openedAt === undefined) return lost(failure, options)
  const advice = judge(trial, device)
  const well = failure === undefined && advice.length === 0
  if (failure) process.exitCode = EXIT.failed
  if (!options.json) show(trial, advice)
  const scanned = code ? textOf(code) : undefined
  return {
    path,
    well,
    trigger: trial.trigger,
    ms: milliseconds(trial),
    bytes: maskedBytes(trial.bytes),
    ...(scanned && {
      kind: classify(scanned),
      length: [...scanned].length,
      text: maskedText(scanned),
    }),
    ...(failure && {
      symbol: failure.symbol,
      sentence: failure.sentence(systemLocale()),
    }),
    advice: advice.map(one => text(`cli.scanner.advice.${one}`)),
  }
}

async function read(device: Device, { seconds, json }: TestOptions) {
  const over = new AbortController()
  let ended: NodeJS.Signals | undefined
  const stop = (signal: NodeJS.Signals) => {
    ended = signal
    over.abort(new Failure('caller-left'))
  }
  const late = setTimeout(
    () => over.abort(new Failure('nothing-scanned')),
    seconds * 1000,
  )
  process.once('SIGINT', stop).once('SIGTERM', stop)
  let waiting = startWaiting()
  try {
    return await tryReading(device, over.signal, trial => {
      waiting.stop()
      if (!json) showStep(device, trial)
      waiting = startWaiting()
      waiting.say(text('cli.scanner.test.show'))
    })
  } finally {
    clearTimeout(late)
    process.off('SIGINT', stop).off('SIGTERM', stop)
    waiting.stop()
    // The device is at rest by then, and who ended it needs no verdict.
    if (ended) process.exit(exitCodeOf(ended))
  }
}

/** What is new in `trial`: each step is told of once, as it is taken. */
function showStep({ port: { path } }: Device, trial: Trial): void {
  const { openedAt = 0, armedAt, triggeredAt } = trial
  if (triggeredAt !== undefined) {
    mark(
      trial.trigger !== 'silent',
      text(`cli.scanner.trigger.${trial.trigger}`),
    )
  } else if (armedAt === undefined) {
    mark(true, text('cli.scanner.test.opened', { path, ms: rounded(openedAt) }))
  } else print(`  ${text('cli.scanner.test.show')}`)
}

function show(trial: Trial, advice: readonly Advice[]): void {
  const { code, failure, bytes } = trial
  if (code) {
    const scanned = textOf(code)
    const facts = {
      text: maskedText(scanned),
      kind: classify(scanned),
      length: [...scanned].length,
      ms: milliseconds(trial).code ?? 0,
    }
    mark(true, text('cli.scanner.test.read', facts))
  }
  if (bytes.length > 0) print(`  ${maskedBytes(bytes)}`)
  if (failure) mark(false, failure.sentence(systemLocale()))
  for (const one of advice) print(`  → ${text(`cli.scanner.advice.${one}`)}`)
  const verdict = failure || advice.length > 0 ? 'bad' : 'good'
  print(text(`cli.scanner.verdict.${verdict}`))
}

/** How long what took; `code` is from the last byte to the code. */
function milliseconds(trial: Trial) {
  const { openedAt, armedAt, firstByteAt, lastByteAt, readAt } = trial
  return {
    open: between(0, openedAt),
    arm: between(openedAt, armedAt),
    person: between(armedAt, firstByteAt),
    transfer: between(firstByteAt, lastByteAt),
    code: between(lastByteAt, readAt),
  }
}

function between(from?: number, to?: number): number | undefined {
  return from === undefined || to === undefined ? undefined : rounded(to - from)
}

function rounded(ms: number): number {
  return Math.round(ms * 100) / 100
}

function mark(well: boolean, sentence: string): void {
  print(`${well ? styled('green', '✓') : styled('red', '✗')} ${sentence}`)
}
