/**
 * nationec proxy replay: the platform of a recording, outside.
 * @module
 */
import { Command } from 'commander'
import type { Exchange } from '../recorder/format.js'
import { readRecording } from '../recorder/recording.js'
import { type Found, startReplay } from '../recorder/replay.js'
import { loadCertificate } from '../sandbox/certificate.js'
import { answerInKind } from '../sandbox/counter/in-kind.js'
import { loadKeys } from '../sandbox/keys.js'
import { NO_TRAIL } from '../sandbox/trail.js'
import {
  readEndpoint,
  removeEndpoint,
  sandboxFolder,
  writeEndpoint,
} from '../sandbox-endpoint.js'
import { text } from '../texts/index.js'
import { portNumber } from './arguments.js'
import { CliError, EXIT, print, printJson } from './output.js'
import { askedIn, outcomeOf } from './proxy-outcome.js'

interface ReplayOptions {
  port: number
  strict?: true
  json?: true
}

/** The sandbox's: a replay stands in its place. */
const REPLAY_PORT = 8443

/** The command `replay`. */
export function replayCommand(): Command {
  return new Command('replay')
    .description(text('cli.proxy.replay'))
    .argument('<file>', text('cli.proxy.replay.file'))
    .option('--port <n>', text('cli.proxy.port'), portNumber, REPLAY_PORT)
    .option('--strict', text('cli.proxy.replay.strict'))
    .option('--json', text('cli.json'))
    .addHelpText('after', `\n${text('cli.proxy.replay.examples')}`)
    .action(replay)
}

/**
 * The note of a sandbox is left as a sandbox leaves it, so that a daemon on
 * this machine finds the replay and trusts it; its keys sign.
 */
async function replay(
  path: string,
  { port, strict, json }: ReplayOptions,
): Promise<void> {
  const { exchanges, cut } = readRecording(path)
  if (exchanges.length === 0) {
    throw new CliError(text('cli.proxy.replay.empty', { path }), EXIT.usage)
  }
  const running = readEndpoint()
  if (running) {
    const { url } = running
    throw new CliError(text('cli.proxy.replay.sandbox', { url }))
  }
  const folder = sandboxFolder()
  const certificate = await loadCertificate(folder, Date.now)
  const { party } = loadKeys(folder)
  const server = await startReplay({
    ...{ port, certificate, exchanges, strict: strict === true },
    inKind: (body, answer) => {
      const now = Date.now()
      const circumstances = { now, repliedAt: now, trail: NO_TRAIL }
      return answerInKind(body, party, circumstances, answer)
    },
    onRequest: told,
  })
  const { url } = server
  const { fingerprint } = certificate
  const endpoint = { url, fingerprint, pid: process.pid }
  writeEndpoint(folder, endpoint)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      removeEndpoint(folder, endpoint)
      void server.close()
    })
  }
  if (cut) note(text('cli.proxy.replay.cut'))
  const strUrl = url + (exchanges[0]?.path ?? '')
  const count = exchanges.length
  const codes = exchanges.map(described)
  if (json) return printJson({ strUrl, fingerprint, exchanges: codes })
  print(text('cli.proxy.replay.ready', { strUrl, fingerprint, count }))
  for (const facts of codes) print(text('cli.proxy.replay.code', facts))
}

/** What a test shows to the scanner: the recording's own, nobody's code. */
function described(exchange: Exchange) {
  const { number, request } = exchange
  const data = request.form === 'opaque' ? undefined : request.message.data
  const code = String(Object(data).ecQrCode ?? '')
  const [asked, outcome] = [askedIn(exchange), outcomeOf(exchange)]
  return { number, asked, outcome, code }
}

function told({ asked, number, differences }: Found): void {
  const names = differences.join(', ')
  if (number === undefined) {
    note(text('cli.proxy.replay.none', { asked, names }))
  } else if (names) {
    note(text('cli.proxy.replay.near', { asked, number, names }))
  } else note(text('cli.proxy.replay.played', { asked, number }))
}

function note(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}
