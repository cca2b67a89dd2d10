/**
 * What a request is about, read without judging it: also of one that is
 * about to be refused.
 * @module
 */
import type { Party } from '../../envelope/agreement.js'
import { EnvelopeError } from '../../envelope/envelope-error.js'
import { isObject, type JsonObject, parseObject } from '../../envelope/json.js'
import { decrypted } from '../../envelope/open.js'
import type { KeyOwner } from './contract.js'
import type { Space } from './spaces.js'

/** One request, as far as it tells whose keys it is opened with. */
export interface Sealed {
  url: string
  body: JsonObject
  /** In which channels are known. */
  space: Space
}

/** Keys, and who was given them. */
export interface Keys {
  party: Party
  whose: KeyOwner
}

/** Undefined where the request names nobody who is known. */
export type KeysOf = (request: Sealed) => Keys | undefined

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

/** Empty where the data do not say. */
export interface InnerFacts {
  termId: string
  ecQrCode: string
}

/** What the data of a request tell, decrypted where need be. */
export function innerFacts(
  { body, ...request }: Omit<Sealed, 'body'> & { body: unknown },
  keysFor: KeysOf,
): InnerFacts {
  return openedFacts(
    isObject(body) ? readable({ ...request, body }, keysFor) : body,
  )
}

/** The same of a `message` that is readable. */
export function openedFacts(message: unknown): InnerFacts {
  if (!isObject(message)) return { termId: '', ecQrCode: '' }
  const { data } = message
  const object = typeof data === 'string' ? parseObject(data) : data
  const inside = isObject(object) ? object : message
  return { termId: textOf(inside.termId), ecQrCode: textOf(inside.ecQrCode) }
}

function readable(request: Sealed, keysFor: KeysOf): JsonObject {
  const { body } = request
  const keys = keysFor(request)
  if (!keys) return body
  try {
    return decrypted(body, keys.party).envelope
  } catch (error) {
    if (error instanceof EnvelopeError) return body
    throw error
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
