/**
 * How commands reach the sandbox that runs on this machine.
 * @module
 */
import { Command, InvalidArgumentError } from 'commander'
import type { Dispatcher } from 'undici'
import type { z } from 'zod'
import { spaceName } from '../sandbox/control/contract.js'
import { type Asked, direct, SandboxRefusal } from '../sandbox-client.js'
import { readEndpoint, type SandboxEndpoint } from '../sandbox-endpoint.js'
import { text } from '../texts/index.js'
import { CliError, EXIT } from './output.js'

/** Options of every command that directs a sandbox. */
export interface DirectingOptions {
  json?: true
  space?: string
}

/** A command `name` with the options of {@link DirectingOptions}. */
export function directingCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .option('--space <name>', text('cli.sandbox.space'), spaceArgument)
    .option('--json', text('cli.json'))
}

/** A name that a header can carry. */
function spaceArgument(value: string): string {
  if (spaceName.safeParse(value).success) return value
  throw new InvalidArgumentError(text('control.space'))
}

/**
 * The sandbox's answer to what is asked below /sandbox/, as `schema` has it.
 * Throws CliError: 3 where no sandbox runs, 2 with its sentence where it
 * refuses.
 */
export async function askSandbox<Answer>(
  asked: Asked,
  schema: z.ZodType<Answer>,
  { space }: DirectingOptions = {},
): Promise<Answer> {
  const path = `/sandbox/${asked.path}`
  return withSandbox(async (url, dispatcher) => {
    try {
      const line = { url, dispatcher, space }
      return await direct(line, { ...asked, path }, schema)
    } catch (error) {
      if (!(error instanceof SandboxRefusal)) throw error
      throw new CliError(error.message, EXIT.usage)
    }
  })
}

/**
 * Passes the sandbox's address to `use`, and connections that trust it. The
 * client is loaded here, or the sandbox itself would start later.
 */
export async function withSandbox<Result>(
  use: (url: string, dispatcher: Dispatcher) => Promise<Result>,
): Promise<Result> {
  const { url, fingerprint: pin } = requireEndpoint()
  const { connectionsTo } = await import('../platform/trust.js')
  const dispatcher = connectionsTo({ url, pin, caFile: '' })
  try {
    return await use(url, dispatcher)
  } finally {
    await dispatcher.destroy()
  }
}

/** Where the sandbox is; throws CliError where none runs. */
export function requireEndpoint(): SandboxEndpoint {
  const endpoint = readEndpoint()
  if (endpoint) return endpoint
  throw new CliError(text('cli.sandbox.none'))
}
