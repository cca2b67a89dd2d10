/**
 * Puts a message into an envelope (XJ-D01-2019, tables A.2 and A.3).
 * @module
 */
import type { Party, Style } from './agreement.js'
import { canonicalJson, escapeText, signText } from './canonical.js'
import { writeTime } from './clock.js'
import type { JsonObject } from './json.js'
import { encryptText, keyOf } from './key.js'
import { DIALECTS, type Rules } from './rules.js'
import { sign, signAside } from './sign.js'

/**
 * `message`, whose `data` is an object or left out, with the members of the
 * envelope: the readable message is signed, then data are encrypted into
 * encData, then data are taken away. `now` is in milliseconds since 1970.
 *
 * Throws EnvelopeError `no-key` or `app-id`.
 */
export function sealEnvelope(
  message: JsonObject,
  style: Style,
  party: Party,
  now: number,
): JsonObject {
  const { envelope, text } = unsigned(message, style, party, now)
  return close(envelope, sign(text, style.sign, party), style, party)
}

/** The same, with SM2 computed on another thread. */
export async function sealEnvelopeAside(
  message: JsonObject,
  style: Style,
  party: Party,
  now: number,
): Promise<JsonObject> {
  const { envelope, text } = unsigned(message, style, party, now)
  const signData = await signAside(text, style.sign, party)
  return close(envelope, signData, style, party)
}

/** The readable envelope, and the text to sign. */
function unsigned(
  message: JsonObject,
  style: Style,
  party: Party,
  now: number,
) {
  const rules = DIALECTS[style.dialect]
  const envelope = {
    ...message,
    [rules.idMember]: party.appId,
    ...(style.version && { version: style.version }),
    encType: style.form === 'encrypted' ? 'SM4' : 'plain',
    signType: style.sign,
    timestamp: writeTime(now, style.dialect),
  }
  return { envelope, text: signText(envelope, party.appSecret, rules) }
}

function close(
  envelope: JsonObject,
  signData: string,
  { form, dialect }: Style,
  party: Party,
): JsonObject {
  const signed = { ...envelope, signData }
  return form === 'encrypted'
    ? encrypted(signed, party, DIALECTS[dialect])
    : signed
}

function encrypted(signed: JsonObject, party: Party, rules: Rules): JsonObject {
  const { data, ...rest } = signed
  // A refusal has none, and a signature over {} would be another in B.
  if (data === undefined) return rest
  return { ...rest, encData: encryptText(dataText(data, rules), keyOf(party)) }
}

/** The text that is encrypted. */
function dataText(data: unknown, rules: Rules): string {
  if (rules.encryptAsIs) return escapeText(JSON.stringify(data))
  return canonicalJson(data, rules) || '{}'
}
