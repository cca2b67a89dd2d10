/**
 * Speaks with the sandbox. Page and sandbox are one program in two places, so
 * an answer has the type that `src/sandbox/control` gives it.
 * @module
 */
import { spaceHeaders } from './space.js'
import { locale, say } from './texts.js'

type Method = 'GET' | 'POST' | 'DELETE'

/** The sandbox's answer; throws an Error with its sentence where it refuses. */
export async function ask<Answer>(
  method: Method,
  path: string,
  body?: unknown,
): Promise<Answer> {
  const response = await reach(path, {
    method,
    headers: {
      'accept-language': locale,
      ...spaceHeaders,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const answer = await response.json()
  if (!response.ok) throw new Error(refusalOf(answer, response))
  return answer as Answer
}

/** A number of the credential's centre is looked up in table C.4. */
function refusalOf(
  { code, message }: { code?: number; message?: string },
  { statusText }: Response,
): string {
  return [Number(code) > 0 && code, message ?? statusText]
    .filter(Boolean)
    .join(' ')
}

/** One step of an address, whatever is in it. */
export function step(part: string | number): string {
  return encodeURIComponent(part)
}

async function reach(path: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(path, options)
  } catch {
    throw new Error(say('console.gone'))
  }
}
