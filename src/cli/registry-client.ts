/**
 * How an operator's commands reach the registry: over the same routes as any
 * other program of a management centre.
 * @module
 */
import { Command } from 'commander'
import type { z } from 'zod'
import { loadConfig } from '../config/load.js'
import { statePath } from '../paths.js'
import { registryRefusal } from '../registry/contract.js'
import { readEndpoint } from '../sandbox-endpoint.js'
import { systemLocale, text } from '../texts/index.js'
import { CliError, EXIT } from './output.js'

/** The operator's token; nowhere else, so that it stands in no file of ours. */
export const TOKEN_VARIABLE = 'NATIONEC_REGISTRY_TOKEN'

/** A commit of a large import takes seconds, so no shorter. */
const ANSWER_DEADLINE_MS = 120_000

/** Options of every command that asks the registry. */
export interface AskingOptions {
  config?: string
  json?: true
}

/** A command `name` with the options of {@link AskingOptions}. */
export function askingCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .option('--config <file>', text('cli.config.file'))
    .option('--json', text('cli.json'))
}

/** The folder of a registry that runs as a process of its own. */
export function registryFolder(): string {
  return statePath('registry')
}

/** What is asked of the registry, below /registry/. */
export interface Asked {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH'
  path: string
  body?: object
}

/** Asks the registry, as often as one likes. */
export type Ask = <Answer>(
  asked: Asked,
  schema: z.ZodType<Answer>,
) => Promise<Answer>

/**
 * Passes a way to ask to `use`: the registry that the configuration names,
 * else the one on this machine, else the sandbox's. Throws CliError: 3 where
 * there is none or it wants a token, 1 with its sentence where it refuses.
 */
export async function withRegistry<Result>(
  { config: path }: AskingOptions,
  use: (ask: Ask) => Promise<Result>,
): Promise<Result> {
  const { config } = loadConfig({ path })
  const { url, pin } = config.registry.url ? config.registry : onThisMachine()
  const { connectionsTo } = await import('../platform/trust.js')
  const dispatcher = connectionsTo({ url, pin, caFile: '' })
  const { request } = await import('undici')
  const ask: Ask = async ({ method = 'GET', path, body }, schema) => {
    const where = `${url.replace(/\/$/, '')}/registry/${path}`
    const { statusCode, body: answer } = await request(where, {
      ...{ method, dispatcher, headers: headersFor(body) },
      ...(body && { body: JSON.stringify(body) }),
      headersTimeout: ANSWER_DEADLINE_MS,
      bodyTimeout: ANSWER_DEADLINE_MS,
    })
    const json = await answer.json()
    const refused = registryRefusal.safeParse(json)
    if (!refused.success) return schema.parse(json)
    throw new CliError(refused.data.message, exitCode(statusCode))
  }
  try {
    return await use(ask)
  } catch (error) {
    throw reachable(error, url)
  } finally {
    await dispatcher.destroy()
  }
}

/** A segment of a path, whatever a person typed. */
export function segment(id: string): string {
  return encodeURIComponent(id)
}

function headersFor(body: object | undefined): Record<string, string> {
  const token = process.env[TOKEN_VARIABLE]
  return {
    'accept-language': systemLocale(),
    ...(body && { 'content-type': 'application/json' }),
    ...(token && { authorization: `Bearer ${token.trim()}` }),
  }
}

function onThisMachine() {
  const endpoint = readEndpoint(registryFolder()) ?? readEndpoint()
  if (!endpoint) throw new CliError(text('cli.registry.none'))
  return { url: endpoint.url, pin: endpoint.fingerprint }
}

function exitCode(status: number): number {
  return status === 401 || status >= 500 ? EXIT.environment : EXIT.failed
}

/** The system's error says neither what was sought nor where. */
function reachable(error: unknown, url: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (error instanceof CliError || code === undefined) return error
  return new CliError(text('cli.registry.unreachable', { url, reason: code }))
}
