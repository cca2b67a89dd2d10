/**
 * Takes a message out of its envelope and tells whether to believe it.
 * @module
 */
import type { Form, Party, SignType } from './agreement.js'
import { signText } from './canonical.js'
import { checkClock, readTime } from './clock.js'
import { EnvelopeError } from './envelope-error.js'
import { isObject, type JsonObject, parseObject } from './json.js'
import { decryptText, keyOf } from './key.js'
import { DIALECTS, type Dialect } from './rules.js'
import { type SignatureForm, verify, verifyAside } from './sign.js'

/** What the other side may use. */
export interface Accepted {
  dialects: readonly Dialect[]
  signs: readonly SignType[]
}

export interface Opened {
  /** The envelope with readable data and without signData and encData. */
  message: JsonObject
  form: Form
  dialect: Dialect
  sign: SignType
  /** DER is accepted; raw is what the field writes. */
  signatureForm: SignatureForm
}

/** Whether `body` is signed or encrypted, as far as one can see. */
export function isEnvelope(body: JsonObject): boolean {
  return [body.signData, body.encData].some(value => isText(value))
}

/**
 * The message in `body`, decrypted, its signature verified, its time compared
 * with `now`. Read tolerantly: types in either case, the timestamp as number or
 * text, the hidden data in encData or data, readable data as an object or as
 * its JSON, and appId missing as old platforms leave it out.
 *
 * Throws {@link EnvelopeError}, never with a fault `app-id`.
 */
export function openEnvelope(
  body: JsonObject,
  accepted: Accepted,
  party: Party,
  now: number,
): Opened {
  const opening = open(body, accepted, party, now)
  let step = opening.next()
  while (!step.done) {
    const { text, signData, sign } = step.value
    step = opening.next(verify(text, signData, sign, party))
  }
  return step.value
}

/** The same, with SM2 computed on another thread. */
export async function openEnvelopeAside(
  body: JsonObject,
  accepted: Accepted,
  party: Party,
  now: number,
): Promise<Opened> {
  const opening = open(body, accepted, party, now)
  let step = opening.next()
  while (!step.done) {
    const { text, signData, sign } = step.value
    step = opening.next(await verifyAside(text, signData, sign, party))
  }
  return step.value
}

/** A signature whose form, or that it is wrong, is to be found out. */
interface Question {
  text: string
  signData: string
  sign: SignType
}

/** All of the opening but SM2: it asks for that, and goes on. */
type Opening<Result> = Generator<Question, Result, SignatureForm | undefined>

function* open(
  body: JsonObject,
  accepted: Accepted,
  party: Party,
  now: number,
): Opening<Opened> {
  if (!isText(body.signData)) throw new EnvelopeError('unsigned')
  const sign = signTypeOf(body, accepted.signs)
  const { envelope, form } = decrypted(body, party)
  const { signData } = body
  const found = yield* findSignature(
    envelope,
    { signData, sign },
    accepted,
    party,
  )
  if (!found) throw new EnvelopeError('signature')
  checkClock(readTime(body.timestamp), now)
  const { signData: _, encData: __, ...message } = envelope
  const data = dataOf(message.data)
  return { message: { ...message, data }, form, sign, ...found }
}

/**
 * `body` with its data readable, and whether they were hidden. Throws
 * EnvelopeError `cipher` or `data`.
 */
export function decrypted(
  body: JsonObject,
  party: Party,
): { envelope: JsonObject; form: Form } {
  const hidden = hiddenData(body)
  if (hidden === undefined) return { envelope: body, form: 'signed' }
  const data = parseObject(decryptText(hidden, openingKey(party)))
  if (!data) throw new EnvelopeError('data')
  return { envelope: { ...body, data }, form: 'encrypted' }
}

/** encData, or data where they cannot be read: table A.2 has no encData. */
export function hiddenData({ encData, encType, data }: JsonObject) {
  if (isText(encData)) return encData
  const sm4 = String(encType).toUpperCase() === 'SM4'
  return sm4 && isText(data) && !parseObject(data) ? data : undefined
}

/** The signType in `body`, or the first of `signs` where it names none. */
export function signTypeOf(
  { signType }: JsonObject,
  signs: readonly SignType[],
): SignType {
  const named = String(signType || signs[0]).toUpperCase()
  const sign = signs.find(sign => sign === named)
  if (sign) return sign
  throw new EnvelopeError('sign-type', { known: signs.join(', ') })
}

function* findSignature(
  envelope: JsonObject,
  signed: Omit<Question, 'text'>,
  accepted: Accepted,
  party: Party,
): Opening<Pick<Opened, 'dialect' | 'signatureForm'> | undefined> {
  for (const dialect of likeliestFirst(accepted.dialects, envelope)) {
    for (const reading of readings(envelope, dialect, party)) {
      const text = signText(reading, party.appSecret, DIALECTS[dialect])
      const signatureForm = yield { text, ...signed }
      if (signatureForm) return { dialect, signatureForm }
    }
  }
  return undefined
}

/**
 * Those of `dialects` in whose way `body` names its application, then the
 * others: the texts of both are often the same, and the reply is to be in the
 * right one.
 */
export function likeliestFirst(
  dialects: readonly Dialect[],
  body: JsonObject,
): Dialect[] {
  const names = (dialect: Dialect) => DIALECTS[dialect].idMember in body
  const likely = dialects.filter(names)
  return [...likely, ...dialects.filter(dialect => !names(dialect))]
}

/** What may have been signed: as it came, data as an object, appId added. */
export function* readings(
  envelope: JsonObject,
  dialect: Dialect,
  party: Party,
) {
  yield envelope
  const object = isText(envelope.data) && parseObject(envelope.data)
  if (object) yield { ...envelope, data: object }
  const { idMember } = DIALECTS[dialect]
  const data = object || envelope.data
  if (!envelope[idMember]) yield { ...envelope, [idMember]: party.appId, data }
}

function dataOf(data: unknown): unknown {
  const object = isText(data) ? parseObject(data) : data
  return isObject(object) ? object : data
}

/** A party whose appId gives no key can decrypt nothing. */
function openingKey(party: Party): string {
  try {
    return keyOf(party)
  } catch (error) {
    throw new EnvelopeError('cipher', {}, { cause: error })
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
