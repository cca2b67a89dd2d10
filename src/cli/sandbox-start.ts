/**
 * nationec sandbox start: the platforms, in the foreground.
 * @module
 */
import { Command, Option } from 'commander'
import { AWAY_POLICIES, type AwayPolicy } from '../registry/standing.js'
import { sandboxFolder } from '../sandbox-endpoint.js'
import { text } from '../texts/index.js'
import { portNumber, seedNumber } from './arguments.js'
import { print, printJson } from './output.js'

/** Not privileged, and free on most machines. */
const SANDBOX_PORT = 8443

/** Where NationEcTrans's strUrl points in the sandbox. */
export const QUERY_PATH = '/localcfc/api/hsecfc/localQrCodeQuery'

interface StartOptions {
  port: number
  seed?: number
  database?: string
  anyTerminal?: true
  registryAway: AwayPolicy
  json?: true
}

/** The command `start`. */
export function startCommand(): Command {
  const away = new Option('--registry-away <how>', text('cli.sandbox.away'))
  return new Command('start')
    .description(text('cli.sandbox.start'))
    .option('--port <n>', text('cli.sandbox.port'), portNumber, SANDBOX_PORT)
    .option('--seed <n>', text('cli.sandbox.seed'), seedNumber)
    .option('--database <db>', text('cli.sandbox.database'))
    .option('--any-terminal', text('cli.sandbox.any-terminal'))
    .addOption(away.choices(AWAY_POLICIES).default('remember'))
    .option('--json', text('cli.json'))
    .addHelpText('after', `\n${text('cli.sandbox.start.examples')}`)
    .action(start)
}

/** The server is loaded here, since no other command needs it. */
async function start({ port, seed: wanted, json, ...options }: StartOptions) {
  const { startSandbox } = await import('../sandbox/sandbox.js')
  const sandbox = await startSandbox({
    ...{ port, folder: sandboxFolder() },
    ...(wanted !== undefined && { seed: wanted }),
    ...(options.database !== undefined && { database: options.database }),
    anyTerminal: options.anyTerminal === true,
    away: options.registryAway,
  })
  const { url, fingerprint, seed } = sandbox
  const strUrl = `${url}${QUERY_PATH}`
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => sandbox.close())
  const ready = { strUrl, console: `${url}/console/`, fingerprint, seed }
  if (json) printJson(ready)
  else print(text('cli.sandbox.ready', ready))
}
