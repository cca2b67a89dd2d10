/**
 * nationec proxy record: between a library and a platform, inside the closed
 * network.
 * @module
 */
import { existsSync } from 'node:fs'
import { Command } from 'commander'
import { loadConfig } from '../config/load.js'
import type { Config } from '../config/schema.js'
import { readParty } from '../envelope/party-files.js'
import { statePath } from '../paths.js'
import { allowedPlatforms } from '../platform/allow-list.js'
import { findTarget } from '../platform/targets.js'
import { connectionsTo } from '../platform/trust.js'
import type { Exchange } from '../recorder/format.js'
import { startRecorder } from '../recorder/recorder.js'
import { loadCertificate } from '../sandbox/certificate.js'
import { text } from '../texts/index.js'
import { portNumber } from './arguments.js'
import { CliError, EXIT, print, printJson } from './output.js'
import { askedIn, opaqueIn, outcomeOf } from './proxy-outcome.js'

interface RecordOptions {
  target: string
  out: string
  port: number
  config?: string
  json?: true
}

/** Beside the sandbox's and the registry's, and like them not privileged. */
const RECORD_PORT = 8446

/** The command `record`. */
export function recordCommand(): Command {
  return new Command('record')
    .description(text('cli.proxy.record'))
    .requiredOption('--target <url>', text('cli.proxy.record.target'))
    .requiredOption('--out <file>', text('cli.proxy.record.out'))
    .option('--port <n>', text('cli.proxy.port'), portNumber, RECORD_PORT)
    .option('--config <file>', text('cli.config.file'))
    .option('--json', text('cli.json'))
    .addHelpText('after', `\n${text('cli.proxy.record.examples')}`)
    .action(record)
}

async function record(options: RecordOptions): Promise<void> {
  const { out, port, json } = options
  if (existsSync(out)) {
    throw new CliError(text('cli.proxy.record.there', { out }), EXIT.usage)
  }
  const { config } = loadConfig({ path: options.config })
  const { url, platform } = findTarget(options.target, allowedPlatforms(config))
  const certificate = await loadCertificate(statePath('recorder'), Date.now)
  const dispatcher = connectionsTo(platform)
  const recorder = await startRecorder({
    port,
    certificate,
    target: url.origin,
    dispatcher,
    party: platform.envelope && readParty(platform.envelope),
    path: out,
    onExchange: told,
    onLost: ({ message: reason }) =>
      note(text('cli.proxy.record.lost', { reason })),
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      await recorder.close()
      await dispatcher.destroy()
    })
  }
  const { fingerprint } = certificate
  const entry = entryFor(config, platform.url, recorder.url, fingerprint)
  if (json) return printJson({ url: recorder.url, out, platform: entry })
  const { stringify } = await import('smol-toml')
  const toml = stringify({ platforms: [entry] }).trimEnd()
  const facts = { out, url: recorder.url, target: url.origin, toml }
  print(text('cli.proxy.record.ready', facts))
}

/** The platform's own entry, with the recorder in its place. */
function entryFor(
  { platforms }: Config,
  target: string,
  recorder: string,
  pin: string,
): Record<string, string> {
  const { pathname } = new URL(target)
  const url = new URL(pathname, recorder).href
  const own = platforms.find(platform => platform.url === target)
  if (!own || own.envelope === 'plain') return { url, pin }
  const { envelope, dialect, sign, version, app_id } = own
  const { app_secret_file, private_key_file, public_key_file } = own
  return {
    ...{ url, pin, envelope, dialect, sign, version, app_id },
    ...{ app_secret_file, private_key_file, public_key_file },
  }
}

/** On stderr, so that stdout stays what a program reads. */
function told(exchange: Exchange): void {
  const { number } = exchange
  const facts = { asked: askedIn(exchange), outcome: outcomeOf(exchange) }
  note(text('cli.proxy.record.kept', { number, ...facts }))
  for (const part of opaqueIn(exchange)) {
    const why = text(`cli.proxy.why.${part.why}`)
    note(text('cli.proxy.record.opaque', { number, why }))
  }
}

function note(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}
