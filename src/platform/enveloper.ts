/**
 * The envelope of one platform: requests go into it, replies come out of it.
 * @module
 */
import type { Party, Style } from '../envelope/agreement.js'
import {
  EnvelopeError,
  type EnvelopeFault,
} from '../envelope/envelope-error.js'
import { isObject, type JsonObject } from '../envelope/json.js'
import { isEnvelope, openEnvelope } from '../envelope/open.js'
import { type PartyFiles, readParty } from '../envelope/party-files.js'
import { sealEnvelope } from '../envelope/seal.js'
import { Failure, type FailureSymbol } from '../failure.js'
import { codeOf } from './judge.js'

/** How requests to a platform are signed, and where the keys are. */
export interface EnvelopeSettings extends Style, PartyFiles {}

export interface Enveloper {
  /** `body` as it is sent. */
  seal(body: JsonObject): JsonObject
  /**
   * The message in `reply` to `body`. A refusal may be unsigned: a platform
   * that does not know who asks cannot sign for him, and a code that is not 0
   * carries no person.
   *
   * Fails with platform-unsigned, -signature, -sealed, -skew or -other-reply.
   */
  open(reply: JsonObject, body: JsonObject): JsonObject
}

/** Members that a reply repeats from its request, where it has them. */
const ECHOED = ['orgId', 'transType'] as const
const ECHOED_DATA = ['ecQrCode', 'outBizNo'] as const

/**
 * Reads the keys. Fails with platform-keys where a file is missing, is no key,
 * or may be read by others.
 */
export function createEnveloper(
  settings: EnvelopeSettings,
  clock: () => number = Date.now,
): Enveloper {
  const party = loadParty(settings)
  const { dialect, sign } = settings
  const accepted = { dialects: [dialect], signs: [sign] }
  return {
    seal: body => sealEnvelope(wrapped(body), settings, party, clock()),
    open(reply, body) {
      if (!isEnvelope(reply) && codeOf(reply.code) !== 0) return reply
      const message = believe(() => {
        return openEnvelope(reply, accepted, party, clock()).message
      })
      if (!answers(message, wrapped(body)))
        throw new Failure('platform-other-reply')
      return message
    },
  }
}

/** A request without an envelope of its own, as the token check has it. */
function wrapped(body: JsonObject): JsonObject {
  return isObject(body.data) ? body : { data: body }
}

function loadParty(settings: EnvelopeSettings): Party {
  try {
    return readParty(settings)
  } catch (error) {
    const { message } = error as Error
    throw new Failure('platform-keys', { reason: message }, { cause: error })
  }
}

function believe<Result>(open: () => Result): Result {
  try {
    return open()
  } catch (error) {
    if (!(error instanceof EnvelopeError)) throw error
    const { parameters } = error
    throw new Failure(FAILURES[error.code], parameters, { cause: error })
  }
}

const FAILURES: Record<EnvelopeFault, FailureSymbol> = {
  'app-id': 'platform-sealed',
  'no-key': 'platform-keys',
  unsigned: 'platform-unsigned',
  'sign-type': 'platform-signature',
  cipher: 'platform-sealed',
  data: 'platform-sealed',
  signature: 'platform-signature',
  timestamp: 'platform-skew',
  skew: 'platform-skew',
}

function answers(reply: JsonObject, request: JsonObject): boolean {
  const data = (body: JsonObject) => (isObject(body.data) ? body.data : {})
  return (
    agrees(reply, request, ECHOED) &&
    agrees(data(reply), data(request), ECHOED_DATA)
  )
}

/** The field writes nothing, "" and "null" for what it leaves out. */
function agrees(
  one: JsonObject,
  other: JsonObject,
  names: readonly string[],
): boolean {
  const blank = (value: unknown) => ['', 'null'].includes(String(value ?? ''))
  return names.every(name => {
    const [a, b] = [one[name], other[name]]
    return blank(a) || blank(b) || String(a) === String(b)
  })
}
