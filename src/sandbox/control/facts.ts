/**
 * What a request is about, read without judging it: also of one that is
 * about to be refused.
 * @module
 */
import type { Party } from '../../envelope/agreement.js'
import { EnvelopeError } from '../../envelope/envelope-error.js'
import { isObject, type JsonObject, parseObject } from '../../envelope/json.js'
import { decrypted } from '../../envelope/open.js'

/** The keys that `body` would be opened with; undefined where none are. */
export type PartyOf = (body: JsonObject) => Party | undefined

/** Empty where the request does not say. */
export interface Facts {
  /** The last part of the path. */
  route: string
  transType: string
  orgId: string
}

/** What stands outside the data of the request for `url`. */
export function factsOf(url: string, body: unknown): Facts {
  const route = pathOf(url).split('/').at(-1) ?? ''
  if (!isObject(body)) return { route, transType: '', orgId: '' }
  const { transType, orgId, appId, appCode } = body
  const institution = orgId || appId || appCode
  return { route, transType: textOf(transType), orgId: textOf(institution) }
}

/** `url` without what stands behind a question mark. */
export function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? ''
}

/** The terminal that `body` names, decrypted where need be; else ''. */
export function termIdOf(body: unknown, partyOf: PartyOf): string {
  if (!isObject(body)) return ''
  const { data } = readable(body, partyOf) ?? body
  const inside = typeof data === 'string' ? parseObject(data) : data
  return textOf(isObject(inside) ? inside.termId : body.termId)
}

function readable(body: JsonObject, partyOf: PartyOf): JsonObject | undefined {
  const party = partyOf(body)
  if (!party) return undefined
  try {
    return decrypted(body, party).envelope
  } catch (error) {
    if (error instanceof EnvelopeError) return undefined
    throw error
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
