/**
 * How commands reach the sandbox that runs on this machine.
 * @module
 */
import { Command } from 'commander'
import type { Dispatcher } from 'undici'
import type { z } from 'zod'
import { refusal, SPACE_HEADER } from '../sandbox/control/contract.js'
import { readEndpoint, type SandboxEndpoint } from '../sandbox-endpoint.js'
import { systemLocale, text } from '../texts/index.js'
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
    .option('--space <name>', text('cli.sandbox.space'))
    .option('--json', text('cli.json'))
}

/** What is asked of the sandbox, below /sandbox/. */
export interface Asked {
  method?: 'GET' | 'POST' | 'DELETE'
  path: string
  body?: object
}

/**
 * The sandbox's answer, as `schema` has it. Throws CliError: 3 where no
 * sandbox runs, 2 with its sentence where it refuses.
 */
export async function askSandbox<Answer>(
  { method = 'GET', path, body }: Asked,
  schema: z.ZodType<Answer>,
  { space }: DirectingOptions = {},
): Promise<Answer> {
  const { request } = await import('undici')
  return withSandbox(async (url, dispatcher) => {
    const { body: answer } = await request(`${url}/sandbox/${path}`, {
      ...{ method, dispatcher },
      headers: {
        'accept-language': systemLocale(),
        ...(space && { [SPACE_HEADER]: space }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    const json = await answer.json()
    const refused = refusal.safeParse(json)
    if (refused.success) throw new CliError(refused.data.message, EXIT.usage)
    return schema.parse(json)
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
