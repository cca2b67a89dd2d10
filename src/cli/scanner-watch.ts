/**
 * nationec scanner watch: each read, as it comes.
 * @module
 */
import { Command } from 'commander'
import { classify } from '../codes/classify.js'
import { Failure } from '../failure.js'
import { findDevices } from '../scanner/locate.js'
import { maskedBytes, maskedText, shownBytes } from '../scanner/masked.js'
import { textOf } from '../scanner/text.js'
import { describe, type Wanted } from '../scanner/wanted.js'
import { type Read, type Watcher, watchScanner } from '../scanner/watching.js'
import { systemLocale, text } from '../texts/index.js'
import { print, printJson, styled } from './output.js'
import { type Choice, chosenScanners, withChoice } from './scanner-choice.js'
import { startWaiting } from './waiting.js'

interface WatchOptions extends Choice {
  showCodes?: true
  json?: true
}

/** The command `scanner watch`; ends with Ctrl+C. */
export function watchCommand(): Command {
  return withChoice(new Command('watch'))
    .description(text('cli.scanner.watch'))
    .option('--show-codes', text('cli.scanner.show-codes'))
    .option('--json', text('cli.scanner.watch.json'))
    .addHelpText('after', `\n${text('cli.scanner.watch.examples')}`)
    .action(watch)
}

async function watch(which: string | undefined, options: WatchOptions) {
  const wanted = chosenScanners(which, options)
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => stop.abort())
  }
  let waiting = wait()
  try {
    const watchers = wanted.map(one => {
      const find = async () => {
        const [found] = await findDevices([one])
        return found ?? new Failure('scanner-none')
      }
      const tell = (event: Event) => {
        waiting.stop()
        if (options.json) printJson(event)
        else print(line(event))
        waiting = wait()
      }
      return watchScanner(find, stop.signal, reporter(one, options, tell))
    })
    await Promise.all(watchers)
  } finally {
    waiting.stop()
  }
}

function wait() {
  const waiting = startWaiting()
  waiting.say(text('cli.scanner.waiting'))
  return waiting
}

/** One line of output. */
interface Event {
  at: string
  scanner: string
  event: 'opened' | 'read' | 'cut' | 'too-long' | 'ack' | 'nak' | 'lost'
  /** What was read: kind, characters, text and bytes, masked unless asked. */
  kind?: string
  length?: number
  text?: string
  bytes?: string
  ms?: number
  /** What was lost, and when it is looked for again. */
  symbol?: string
  sentence?: string
  waitMs?: number
}

function reporter(
  wanted: Wanted,
  { showCodes }: WatchOptions,
  tell: (event: Event) => void,
): Watcher {
  let scanner = describe(wanted)
  const event = (event: Event['event'], facts: Partial<Event> = {}) =>
    tell({ at: new Date().toISOString(), scanner, event, ...facts })
  let lost: string | undefined
  return {
    onOpened({ port }) {
      scanner = port.path
      lost = undefined
      event('opened')
    },
    onRead: read => event(read.kind, factsOf(read, showCodes === true)),
    onAnswer: answer => event(answer),
    onLost(failure, waitMs) {
      const { symbol } = failure
      // The same again and again is said once.
      if (symbol === lost) return
      lost = symbol
      const sentence = failure.sentence(systemLocale())
      event('lost', { symbol, sentence, waitMs })
    },
  }
}

function factsOf({ code, bytes, ms }: Read, isShown: boolean): Partial<Event> {
  const read = readable(code)
  return {
    kind: read === undefined ? 'garbled' : classify(read),
    length: read === undefined ? code.length : [...read].length,
    ...(read !== undefined && { text: isShown ? read : maskedText(read) }),
    bytes: isShown ? shownBytes(bytes) : maskedBytes(bytes),
    ms: Math.round(ms * 10) / 10,
  }
}

function readable(code: Buffer): string | undefined {
  try {
    return textOf(code)
  } catch {
    return undefined
  }
}

const COLOURS = {
  read: 'green',
  opened: 'bold',
  ack: 'dim',
  nak: 'yellow',
  cut: 'red',
  'too-long': 'red',
  lost: 'red',
} as const

/** The time, what happened, and what was read. */
function line(event: Event): string {
  const time = new Date(event.at).toLocaleTimeString('en-GB')
  const what = styled(
    COLOURS[event.event],
    text(`cli.scanner.event.${event.event}`),
  )
  const head = `${time}  ${event.scanner}  ${what}`
  if (event.sentence) return `${head}  ${event.sentence}`
  if (event.bytes === undefined) return head
  const { kind = '', length = 0, ms = 0 } = event
  const facts = text('cli.scanner.facts', { kind, length, ms })
  return `${head}  ${event.text ?? ''}  ${facts}\n          ${event.bytes}`
}
