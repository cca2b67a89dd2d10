/**
 * How an operator's commands reach the registry: over the same routes as any
 * other program of a management centre.
 * @module
 */
import { Command } from 'commander'
import type { Dispatcher } from 'undici'
import type { z } from 'zod'
import { loadConfig } from '../config/load.js'
import { registryRefusal } from '../registry/contract.js'
import { registryAddress } from '../registry-line.js'
import { retry, Unanswered, unanswered } from '../terminal/retry.js'
import { systemLocale, text } from '../texts/index.js'
import { addExamples } from './examples.js'
import { CliError, EXIT } from './output.js'

/** The operator's token; nowhere else, so that it stands in no file of ours. */
export const TOKEN_VARIABLE = 'NATIONEC_REGISTRY_TOKEN'

/** The database of the registry is away for now. */
const BUSY = 503

/** A commit of a large import takes seconds, so no shorter. */
const ANSWER_DEADLINE_MS = 120_000

/** A line that is broken for longer is not flaky. */
const LINE_DEADLINE_MS = 20_000

/** Options of every command that asks the registry. */
export interface AskingOptions {
  config?: string
  json?: true
}

/** A command `name` with the options of {@link AskingOptions}. */
export function askingCommand(
  name: string,
  description: string,
  ...examples: string[]
): Command {
  const command = new Command(name)
    .description(description)
    .option('--config <file>', text('cli.config.file'))
    .option('--json', text('cli.json'))
  return addExamples(command, ...examples)
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
 * Passes a way to ask to `use`. Whatever is asked may be asked again, so a
 * line that breaks meanwhile is tried again. Throws CliError: 3 where there is
 * no registry or it wants a token, 1 with its sentence where it refuses.
 */
export async function withRegistry<Result>(
  { config: path }: AskingOptions,
  use: (ask: Ask) => Promise<Result>,
): Promise<Result> {
  const { config } = loadConfig({ path })
  const address = registryAddress(config)
  if (!address) throw new CliError(text('cli.terminal.no-registry'))
  const { url, pin } = address
  const { connectionsTo } = await import('../platform/trust.js')
  const dispatcher = connectionsTo({ url, pin, caFile: '' })
  const ask: Ask = (asked, schema) => {
    const signal = AbortSignal.timeout(LINE_DEADLINE_MS)
    return retry(() => askOnce(asked, schema, url, dispatcher), { signal })
  }
  try {
    return await use(ask)
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error
    const facts = { url, reason: error.message }
    throw new CliError(text('cli.registry.unreachable', facts))
  } finally {
    await dispatcher.destroy()
  }
}

async function askOnce<Answer>(
  { method = 'GET', path, body }: Asked,
  schema: z.ZodType<Answer>,
  url: string,
  dispatcher: Dispatcher,
): Promise<Answer> {
  const { request } = await import('undici')
  const where = `${url.replace(/\/$/, '')}/registry/${path}`
  const { status, json } = await request(where, {
    ...{ method, dispatcher, headers: headersFor(body) },
    ...(body && { body: JSON.stringify(body) }),
    headersTimeout: ANSWER_DEADLINE_MS,
    bodyTimeout: ANSWER_DEADLINE_MS,
  })
    .then(async ({ statusCode, body }) => ({
      status: statusCode,
      json: await body.json(),
    }))
    .catch(error => {
      throw unanswered(error)
    })
  const refused = registryRefusal.safeParse(json)
  if (!refused.success) return schema.parse(json)
  if (status === BUSY) throw new Unanswered(refused.data.message)
  throw new CliError(refused.data.message, exitCode(status))
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

function exitCode(status: number): number {
  return status === 401 || status >= 500 ? EXIT.environment : EXIT.failed
}
