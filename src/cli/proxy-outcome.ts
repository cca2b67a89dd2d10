/**
 * How the commands of proxy name an exchange: nothing personal is in it.
 * @module
 */
import type { Exchange, Recorded } from '../recorder/format.js'
import { askedFor } from '../recorder/match.js'

/** What was asked for: transType, or the last part of the path. */
export function askedIn({ path, request }: Exchange): string {
  return request.form === 'opaque' ? '?' : askedFor(path, request.message)
}

/** The code of the reply, or what came instead. */
export function outcomeOf({ reply, status, failure }: Exchange): string {
  if (failure) return failure
  const code = reply?.form === 'opaque' ? undefined : reply?.message.code
  return String(code ?? `HTTP ${status}`)
}

/** The parts of an exchange that could not be read. */
export function opaqueIn({ request, reply }: Exchange) {
  return [request, reply].filter(isOpaque)
}

function isOpaque(part: Recorded | undefined) {
  return part?.form === 'opaque'
}
