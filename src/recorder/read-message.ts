/**
 * What can be kept of the bytes of a request or a reply.
 * @module
 */
import { decodeText } from '../charset.js'
import type { Party } from '../envelope/agreement.js'
import { EnvelopeError } from '../envelope/envelope-error.js'
import { type JsonObject, parseObject } from '../envelope/json.js'
import { decrypted, hiddenData, isEnvelope } from '../envelope/open.js'
import type { Disguise } from './disguise.js'
import type { Recorded } from './format.js'

/**
 * Members that are made anew for each message, or belong to whoever has the
 * keys: a replay makes its own.
 */
const MADE_ANEW = ['appId', 'appCode', 'signData', 'encData', 'timestamp']

/**
 * `body` in disguise. Hidden data are opened with the keys of `party`;
 * undefined where there are none. A signature is not verified: what the two
 * sides believe is their affair.
 */
export function readMessage(
  body: Buffer,
  party: Party | undefined,
  disguise: Disguise,
): Recorded {
  const bytes = body.length
  const text = decodeText(body, 'utf-8') ?? decodeText(body, 'gb18030')
  const object = parseObject(text ?? '')
  if (!object) return { form: 'opaque', why: 'not-json', bytes }
  if (hiddenData(object) === undefined) {
    const form = isEnvelope(object) ? 'signed' : 'plain'
    return { form, message: kept(object, disguise) }
  }
  if (!party) return { form: 'opaque', why: 'no-keys', bytes }
  const opened = openWith(object, party)
  if (!opened) return { form: 'opaque', why: 'wrong-keys', bytes }
  return { form: 'encrypted', message: kept(opened, disguise) }
}

function kept(object: JsonObject, disguise: Disguise): JsonObject {
  const entries = Object.entries(object)
  const rest = entries.filter(([name]) => !MADE_ANEW.includes(name))
  return disguise.message(Object.fromEntries(rest))
}

function openWith(object: JsonObject, party: Party): JsonObject | undefined {
  try {
    return decrypted(object, party).envelope
  } catch (error) {
    if (error instanceof EnvelopeError) return undefined
    throw error
  }
}
