/**
 * nationec registry start: the registry in a process of its own, in the
 * foreground.
 * @module
 */
import { join } from 'node:path'
import { Command, Option } from 'commander'
import { registryFolder } from '../sandbox-endpoint.js'
import { text } from '../texts/index.js'
import { portNumber } from './arguments.js'
import { print, printJson } from './output.js'

/** Beside the sandbox's. */
const REGISTRY_PORT = 8444

const REVIEWS = ['manual', 'automatic'] as const

interface StartOptions {
  port: number
  host: string
  database: string
  review: (typeof REVIEWS)[number]
  json?: true
}

/** The option that says where the registry is kept. */
export function databaseOption(): Option {
  const path = join(registryFolder(), 'registry.db')
  return new Option('--database <db>', text('cli.registry.database'))
    .default(path)
    .env('NATIONEC_REGISTRY_DATABASE')
}

/** The command `start`. */
export function startCommand(): Command {
  const review = new Option('--review <how>', text('cli.registry.review'))
  return new Command('start')
    .description(text('cli.registry.start'))
    .option('--port <n>', text('cli.registry.port'), portNumber, REGISTRY_PORT)
    .option('--host <address>', text('cli.registry.host'), '127.0.0.1')
    .addOption(databaseOption())
    .addOption(review.choices(REVIEWS).default('manual'))
    .option('--json', text('cli.json'))
    .addHelpText('after', `\n${text('cli.registry.start.examples')}`)
    .action(start)
}

/** The server is loaded here, since no other command needs it. */
async function start({ json, ...options }: StartOptions): Promise<void> {
  const { startRegistry } = await import('../registry/server.js')
  const folder = registryFolder()
  const { url, fingerprint, close } = await startRegistry({
    folder,
    ...options,
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => close())
  if (json) printJson({ url, fingerprint })
  else print(text('cli.registry.ready', { url, fingerprint }))
}
