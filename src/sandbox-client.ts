/**
 * Directs a sandbox over HTTPS, for whoever is not inside it: commands, and
 * certify.
 * @module
 */
import type { Dispatcher } from 'undici'
import type { z } from 'zod'
import { refusal, SPACE_HEADER } from './sandbox/control/contract.js'
import { systemLocale } from './texts/index.js'

/** It answers within milliseconds. */
export const SANDBOX_ANSWER_MS = 10_000

/** Where a sandbox is, and over which connections. */
export interface SandboxLine {
  /** https://127.0.0.1:PORT, or another name of it. */
  url: string
  dispatcher: Dispatcher
  /** The common one where left out. */
  space?: string | undefined
}

export interface Asked {
  method?: 'GET' | 'POST' | 'DELETE'
  /** Behind the url, with its slash. */
  path: string
  body?: object
  /** Where the answer may take longer than {@link SANDBOX_ANSWER_MS}. */
  answerMs?: number
}

/** The sandbox's own sentence why not, behind its number in table C.4. */
export class SandboxRefusal extends Error {}

/** The answer below /sandbox, as `schema` has it; throws SandboxRefusal. */
export async function direct<Answer>(
  line: SandboxLine,
  asked: Asked,
  schema: z.ZodType<Answer>,
): Promise<Answer> {
  const json = await exchange(line, asked)
  const refused = refusal.safeParse(json)
  if (refused.success) {
    const { code, message } = refused.data
    throw new SandboxRefusal(code > 0 ? `${code} ${message}` : message)
  }
  return schema.parse(json)
}

/**
 * Any answer, as JSON. The client is loaded here, or a sandbox that is
 * started by a command would start later.
 */
export async function exchange(
  { url, dispatcher, space }: SandboxLine,
  { method = 'GET', path, body, answerMs = SANDBOX_ANSWER_MS }: Asked,
): Promise<unknown> {
  const { request } = await import('undici')
  const { body: answer } = await request(url + path, {
    ...{ method, dispatcher },
    headers: {
      ...directingHeaders(space),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(answerMs),
  })
  return answer.json()
}

/** Of whoever directs: this machine's language, and the space. */
export function directingHeaders(space?: string): Record<string, string> {
  return {
    'accept-language': systemLocale(),
    ...(space && { [SPACE_HEADER]: space }),
  }
}
