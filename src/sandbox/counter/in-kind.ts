/**
 * Answers a request in the form it came in: plain, signed, or encrypted.
 * @module
 */
import { type Party, SIGN_TYPES } from '../../envelope/agreement.js'
import { EnvelopeError } from '../../envelope/envelope-error.js'
import { explainAside } from '../../envelope/explain-aside.js'
import { isObject, type JsonObject } from '../../envelope/json.js'
import { isEnvelope, openEnvelopeAside } from '../../envelope/open.js'
import { DIALECT_NAMES } from '../../envelope/rules.js'
import { sealEnvelopeAside } from '../../envelope/seal.js'
import { slipsOf } from '../../envelope/sentences.js'
import type { Kept } from '../../store/group-commit.js'
import { type Failure, failure } from '../answers.js'
import type { Trail } from '../trail.js'

/** Whatever the field writes. */
const ACCEPTED = { dialects: DIALECT_NAMES, signs: SIGN_TYPES }

/** Times are in milliseconds since 1970. */
export interface Circumstances {
  /** By which the request is judged. */
  now: number
  /** By which the answer is sealed. */
  repliedAt: number
  /** Where it is noted what is compared outside its data. */
  trail: Trail
  /** Of what is written for the answer; left out where nothing is. */
  watch?(): Kept
}

/**
 * What `answer` says to the message in `body`, sealed as `body` was. Data that
 * came without a transType, as those of a token check, are the whole message.
 *
 * A request that is not to be believed gets -4 and learns which rule it broke;
 * that answer is not signed, since nobody knows who asked.
 *
 * It resolves once all that was written for the answer is on the disk, and is
 * sealed meanwhile.
 */
export async function answerInKind(
  body: unknown,
  party: Party,
  { now, repliedAt, trail, watch }: Circumstances,
  answer: (message: unknown) => Promise<object>,
): Promise<object> {
  const kept = watch?.()
  if (!isObject(body) || !isEnvelope(body)) {
    const said = await answer(body)
    await kept?.()
    return said
  }
  const fault = outsideFault(body, party, trail)
  if (fault) return fault
  try {
    const opened = await openEnvelopeAside(body, ACCEPTED, party, now)
    const { form, dialect, sign } = opened
    noteSignature(true, `${form}, ${dialect}, ${sign}`, trail)
    const asked = opened.message.transType
      ? opened.message
      : opened.message.data
    const style = { form, dialect, sign, version: '' }
    const message = { ...(await answer(asked)) }
    const sealing = sealEnvelopeAside(message, style, party, repliedAt)
    const [sealed] = await Promise.all([sealing, kept?.()])
    return sealed
  } catch (error) {
    if (!(error instanceof EnvelopeError)) throw error
    noteRefusal(error, body, trail)
    return await refusal(error, body, party)
  }
}

/** What can be seen before the signature is looked at. */
function outsideFault(
  body: JsonObject,
  { appId: known }: Party,
  trail: Trail,
): Failure | undefined {
  const appId = body.appId ?? body.appCode ?? known
  trail.note({
    ...{ clause: 'table A.1', rule: 'appId', ok: appId === known },
    ...{ expected: known, found: String(appId) },
  })
  if (appId !== known) return failure(-4, 'sandbox.app-id', { known })
  if (body.timestamp) return undefined
  trail.note({ clause: 'table A.2', rule: 'timestamp', ok: false })
  return failure(-2, 'sandbox.field', { field: 'timestamp' })
}

async function refusal(
  { code, parameters }: EnvelopeError,
  body: JsonObject,
  party: Party,
): Promise<Failure> {
  const slips = EXPLAINED.includes(code) ? await slipsIn(body, party) : ''
  if (slips) return failure(-4, 'sandbox.signature', { slips })
  return failure(-4, `envelope.fault.${code}`, parameters)
}

/** A time is looked at behind the signature, and in practice alone. */
function noteRefusal(
  { code, parameters: { seconds } }: EnvelopeError,
  { timestamp }: JsonObject,
  trail: Trail,
): void {
  const ofTime = code === 'timestamp' || code === 'skew'
  noteSignature(ofTime, code, trail)
  if (!ofTime) return
  trail.note({
    ...{ clause: 'field', rule: 'clock', ok: false },
    found:
      seconds === undefined ? `${timestamp}` : `${timestamp} (${seconds} s)`,
  })
}

function noteSignature(ok: boolean, found: string, trail: Trail): void {
  trail.note({ clause: 'table A.1', rule: 'signature', ok, found })
}

const EXPLAINED = ['signature', 'cipher', 'data']

/** Empty where none is found, or not in time. */
async function slipsIn(body: JsonObject, party: Party): Promise<string> {
  try {
    const explanation = await explainAside(body, DIALECT_NAMES, party)
    if (explanation.unsought) return ''
    return slipsOf(explanation, 'zh-CN').join('；')
  } catch (error) {
    if (error instanceof EnvelopeError) return ''
    throw error
  }
}
