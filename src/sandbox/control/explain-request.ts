/**
 * Why a recorded request was answered as it was.
 * @module
 */
import { isUtf8 } from 'node:buffer'
import type { Party } from '../../envelope/agreement.js'
import { EnvelopeError } from '../../envelope/envelope-error.js'
import { explainAside } from '../../envelope/explain-aside.js'
import { isObject, type JsonObject, parseObject } from '../../envelope/json.js'
import { deriveKey } from '../../envelope/key.js'
import { isEnvelope } from '../../envelope/open.js'
import { DIALECT_NAMES } from '../../envelope/rules.js'
import { openSentence, outcomeOf, slipsOf } from '../../envelope/sentences.js'
import { uncover } from '../../envelope/uncover.js'
import { type Locale, systemLocale, text } from '../../texts/index.js'
import type { Rule } from '../trail.js'
import type { Explanation, NearMiss, ShownSignature } from './contract.js'
import type { Keys, KeysOf } from './facts.js'
import { nearMisses } from './near-misses.js'
import { why } from './record.js'
import type { Recorded, RequestJournal } from './request-journal.js'
import type { Space } from './spaces.js'

/** Explains `recorded` of `space`, opened as `keysFor` says, in `locale`. */
export async function explainRequest(
  recorded: Recorded,
  space: Space,
  keysFor: KeysOf,
  locale?: Locale,
): Promise<Explanation> {
  const { body: bytes, url } = recorded
  const body = isUtf8(bytes) ? parseObject(bytes.toString()) : undefined
  const keys = body && keysFor({ url, body, space })
  const decisive = recorded.steps.find(({ ok }) => !ok)
  const byFault = recorded.struck !== undefined
  return {
    signature: body && keys ? await explainSignature(body, keys, locale) : null,
    compared: recorded.steps.map(({ rule, field, ...step }) => ({
      ...step,
      rule,
      what: sentenceOf(rule, field, locale),
    })),
    clause: byFault ? null : (decisive?.clause ?? clauseOf(recorded)),
    verdict: verdictOf(recorded, locale),
    nearMisses: byFault
      ? []
      : [
          ...nearMisses(recorded, body && readable(body, keys), locale),
          ...usedBefore(recorded, space.journal, locale),
        ],
  }
}

/** "data.*" is for who notes steps; a person reads of all fields of data. */
function sentenceOf(rule: Rule, field = '', locale?: Locale): string {
  if (field === '*') return text('control.rule.fields.all', {}, locale)
  if (!field.endsWith('.*'))
    return text(`control.rule.${rule}`, { field }, locale)
  const object = field.slice(0, -'.*'.length)
  return text('control.rule.fields.all-of', { object }, locale)
}

/** What never came to a platform is decided by the interface's own rules. */
function clauseOf({ status, code }: Recorded): string | null {
  if (code === 0 || code === null) return null
  return status >= 400 ? 'table A.1' : 'table C.4'
}

/** `body` with its data as an object, where it can be made one. */
function readable(body: JsonObject, keys: Keys | undefined): JsonObject {
  if (!keys) return body
  try {
    const { envelope } = uncover(body, keys.party)
    const { data } = envelope
    const object = typeof data === 'string' ? parseObject(data) : data
    return { ...envelope, data: object }
  } catch (error) {
    if (error instanceof EnvelopeError) return body
    throw error
  }
}

/** Which request has used up the code of one that came too late. */
function usedBefore(
  { id, code, ecQrCode }: Recorded,
  journal: RequestJournal,
  locale: Locale | undefined,
): NearMiss[] {
  const first = journal
    .list(0, id)
    .find(other => other.ecQrCode === ecQrCode && wasRead(other))
  if (code !== 501001 || !ecQrCode || !first || first.id >= id) return []
  const sentence = text('control.near.used', { id: first.id }, locale)
  return [{ what: 'used', found: `#${id}`, meant: `#${first.id}`, sentence }]
}

/** Whoever is not believed, or meets a fault in its place, uses nothing up. */
function wasRead({ code, struck }: Recorded): boolean {
  return code !== null && code >= 0 && struck?.fault.code === undefined
}

function verdictOf(recorded: Recorded, locale: Locale | undefined): string {
  const { code, struck } = recorded
  const kept = code === 0 && !struck
  return kept ? text('control.verdict.ok', {}, locale) : why(recorded, locale)
}

async function explainSignature(
  body: JsonObject,
  { party, whose }: Keys,
  locale = systemLocale(),
): Promise<ShownSignature | null> {
  if (!isEnvelope(body)) return null
  try {
    const explanation = await explainAside(body, DIALECT_NAMES, party)
    const { text: canonicalText, unsought: _, ...found } = explanation
    return {
      ...{ ...found, whose, canonicalText },
      variants: [...found.variants],
      slips: slipsOf(explanation, locale),
      outcome: outcomeOf(explanation),
      open: openSentence(explanation, locale),
      key: keySteps(party),
      ...readableData(body, party),
    }
  } catch (error) {
    if (error instanceof EnvelopeError) return null
    throw error
  }
}

function keySteps({ appId, appSecret }: Party) {
  try {
    return deriveKey(appId, appSecret)
  } catch (error) {
    if (error instanceof EnvelopeError) return null
    throw error
  }
}

function readableData(body: JsonObject, party: Party): { data?: string } {
  const { data } = uncover(body, party).envelope
  return isObject(data) ? { data: JSON.stringify(data) } : {}
}
