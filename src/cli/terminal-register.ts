/**
 * nationec terminal register: from a machine to a terminal with a number.
 * @module
 */
import { Command, Option } from 'commander'
import { loadConfig, systemFile } from '../config/load.js'
import type { Config } from '../config/schema.js'
import { writeSetting } from '../config/write.js'
import { lookEverywhere } from '../examine-terminal.js'
import {
  type RegistryAddress,
  registryAddress,
  withRegistry,
} from '../registry-line.js'
import {
  dropPending,
  keepPending,
  type PendingApplication,
  readPending,
} from '../terminal/application.js'
import { keep } from '../terminal/kept.js'
import { register } from '../terminal/registration.js'
import type { FiledTerminal } from '../terminal/registry-client.js'
import { text } from '../texts/index.js'
import { duration } from './arguments.js'
import { CliError, EXIT, print, printJson } from './output.js'
import {
  type ApplicationOptions,
  addApplicationOptions,
  applicationFor,
} from './terminal-application.js'
import { asCliError } from './terminal-line.js'
import { startWaiting } from './waiting.js'

/** How long the registry is tried to be reached. */
const SEND_MS = 60_000
const WAIT_DEFAULT_MS = 600_000

interface RegisterOptions extends ApplicationOptions {
  discard?: true
  wait: number
  config?: string
  json?: true
}

/** The command `register`. */
export function registerCommand(): Command {
  const wait = new Option('--wait <time>', text('cli.terminal.wait'))
  const command = new Command('register')
    .description(text('cli.terminal.register'))
    .addHelpText('after', `\n${text('cli.terminal.register.examples')}`)
  return addApplicationOptions(command)
    .addOption(wait.argParser(duration).default(WAIT_DEFAULT_MS, '10m'))
    .option('--discard', text('cli.terminal.discard'))
    .option('--config <file>', text('cli.config.file'))
    .option('--json', text('cli.json'))
    .action(run)
}

async function run(options: RegisterOptions): Promise<void> {
  const { config, path = newConfigPath() } = loadConfig({
    path: options.config,
  })
  const address = registryAddress(config)
  if (!address) throw new CliError(text('cli.terminal.no-registry'))
  if (options.discard) dropPending()
  const application = await applicationFor(readPending(), config, options)
  if (!application) return
  const filed = await send(application, address, options)
  if (filed.state === 'applied') return sayWaiting(filed, options)
  if (filed.filingNumber === null) {
    dropPending()
    const facts = { reason: filed.reason ?? '-' }
    throw new CliError(text('cli.terminal.rejected', facts), EXIT.failed)
  }
  await settle(filed.filingNumber, filed.orgId, path, config, options)
  dropPending()
  if (options.json) printJson({ ...filed, config: path })
  else {
    const facts = { number: filed.filingNumber, path }
    print(text('cli.terminal.registered', facts))
  }
}

async function send(
  application: PendingApplication,
  address: RegistryAddress,
  { wait, json }: RegisterOptions,
): Promise<FiledTerminal> {
  const waitMs = Math.max(wait, 0)
  const line = startWaiting()
  line.say(text('cli.terminal.sending', { url: address.url }))
  let told = false
  return withRegistry(
    address,
    {
      deadlineMs: SEND_MS + waitMs,
      isPatient: true,
      onWaiting: ({ reason }) =>
        line.say(text('cli.terminal.again', { url: address.url, reason })),
    },
    client =>
      register(client, application, {
        keep: keepPending,
        waitMs,
        onReview({ receipt }) {
          const sentence = text('cli.terminal.in-review', { receipt })
          if (!json && !told && !process.stderr.isTTY) print(sentence)
          told = true
          line.say(sentence)
        },
      }),
  )
    .catch(error => {
      throw asCliError(error, address.url)
    })
    .finally(() => line.stop())
}

/** What is not said within the time is asked for again the next time. */
function sayWaiting(filed: FiledTerminal, { wait, json }: RegisterOptions) {
  if (json) printJson(filed)
  else print(text('cli.terminal.still-in-review', { receipt: filed.receipt }))
  if (wait > 0) process.exitCode = EXIT.failed
}

/** Writes what is known now, and keeps what this machine is. */
async function settle(
  number: string,
  orgId: string,
  path: string,
  config: Config,
  { interface: card }: RegisterOptions,
): Promise<void> {
  const write = (key: string, value: string) =>
    writeSetting(path, { table: 'terminal', key, value })
  if (orgId && !config.terminal.org_id) write('org_id', orgId)
  if (card) write('interface', card)
  write('filing_number', number)
  const { terminal } = config
  const wanted = card ?? terminal.interface
  const sides = await lookEverywhere({
    ...config,
    terminal: { ...terminal, interface: wanted },
  })
  for (const { host, choice, reachable } of sides) {
    if (reachable) keep(host, choice)
  }
}

/** Where there is no configuration yet. */
function newConfigPath(): string {
  const everywhere = process.platform === 'win32' || process.geteuid?.() === 0
  return everywhere ? systemFile() : 'nationec.toml'
}
