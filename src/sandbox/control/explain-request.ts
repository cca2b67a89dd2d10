/**
 * Why a recorded request was answered as it was.
 * @module
 */
import type { Party } from '../../envelope/agreement.js'
import { EnvelopeError } from '../../envelope/envelope-error.js'
import { explain } from '../../envelope/explain.js'
import { isObject, type JsonObject, parseObject } from '../../envelope/json.js'
import { deriveKey } from '../../envelope/key.js'
import { isEnvelope } from '../../envelope/open.js'
import { DIALECT_NAMES } from '../../envelope/rules.js'
import { slipsOf } from '../../envelope/sentences.js'
import { uncover } from '../../envelope/uncover.js'
import { systemLocale, text } from '../../texts/index.js'
import type { Explanation, ShownSignature } from './contract.js'
import type { PartyOf } from './facts.js'
import { describeFault } from './fault-words.js'
import type { Recorded } from './request-journal.js'

/** Explains `recorded`, whose envelope `partyOf` has the keys of. */
export function explainRequest(
  recorded: Recorded,
  partyOf: PartyOf,
): Explanation {
  const body = parseObject(recorded.body.toString())
  const decisive = recorded.steps.find(({ ok }) => !ok)
  return {
    signature: body ? explainSignature(body, partyOf) : null,
    compared: [...recorded.steps],
    clause: recorded.struck ? null : (decisive?.clause ?? null),
    verdict: verdictOf(recorded),
    nearMisses: [],
  }
}

function verdictOf({ struck, code, why }: Recorded): string {
  if (struck) return text('control.struck', { fault: describeFault(struck) })
  if (code === 0) return text('control.verdict.ok')
  return why
}

function explainSignature(
  body: JsonObject,
  partyOf: PartyOf,
): ShownSignature | null {
  const party = partyOf(body)
  if (!party || !isEnvelope(body)) return null
  try {
    const { text: canonicalText, ...found } = explain(
      body,
      DIALECT_NAMES,
      party,
    )
    return {
      ...found,
      canonicalText,
      variants: [...found.variants],
      slips: slipsOf({ ...found, text: canonicalText }, systemLocale()),
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
