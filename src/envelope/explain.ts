/**
 * Why a signature is right or wrong: each step of the rule, and, where the
 * rule was not kept, what was done in its place.
 * @module
 */
import { signerDigest, sm2Digest } from '../gm/digest.js'
import type { Sm2PrivateKey } from '../gm/keys.js'
import { primitives } from '../gm/primitives.js'
import { readSignature } from '../gm/signature.js'
import { USER_ID } from '../gm/sm2.js'
import {
  type Form,
  type Party,
  SIGN_TYPES,
  type SignType,
} from './agreement.js'
import { type Attempt, identityOf, succeeds, textOf } from './attempt.js'
import { EnvelopeError } from './envelope-error.js'
import type { JsonObject } from './json.js'
import { likeliestFirst, readings, signTypeOf } from './open.js'
import { DIALECTS, type Dialect } from './rules.js'
import type { SignatureForm } from './sign.js'
import { type HiddenAs, uncover } from './uncover.js'
import { type Facts, VARIANTS, type VariantName } from './variants.js'

export interface Explanation {
  form: Form
  dialect: Dialect
  sign: SignType
  /** How encData was hidden, where not as the rule says. */
  hidden?: HiddenAs
  /** The text to sign, as the rule has it. */
  text: string
  /** Z = SM3(ENTL‖user id‖curve‖public key), hex; not for a mere digest. */
  signer?: string
  /** SM3 of that text, or e = SM3(Z‖text); hex. */
  digest: string
  /** Whether the signature is right. */
  right: boolean
  /** How it is written; undefined where it is no signature at all. */
  signatureForm?: SignatureForm
  /** Where it is wrong: what would make it right; empty where nothing did. */
  variants: readonly VariantName[]
  /** Why nobody looked for that; left out where somebody did. */
  unsought?: Unsought
  /** The text that was signed in that case. */
  signedText?: string
}

/** So many wait to be explained, or it was given up after so many seconds. */
export type Unsought =
  | { why: 'busy'; waiting: number }
  | { why: 'slow'; seconds: number }

/** More than two slips at once are not looked for: it would take minutes. */
const SLIPS_MAX = 2

/**
 * Explains the signature of `body`. Of several `dialects` the likeliest is
 * the rule, unless another one fits. `signerKey` is the private key of who signed,
 * where it is at hand: it shows slips in reading that key.
 *
 * It takes up to seconds: see {@link explainAside} (explain-aside.ts). Throws
 * EnvelopeError `unsigned`, `sign-type`, `no-key`, `cipher` or `data`.
 */
export function explain(
  body: JsonObject,
  dialects: readonly Dialect[],
  party: Party,
  signerKey?: Sm2PrivateKey,
): Explanation {
  const tried = tryRule(body, dialects, party)
  const facts = { received: body, party, signerKey }
  return tried.right
    ? explanationOf(tried)
    : explanationOf(tried, findSlip(tried.attempt, facts))
}

/** The same at once: of a wrong signature, what the rule alone tells. */
export function explainRule(
  body: JsonObject,
  dialects: readonly Dialect[],
  party: Party,
): Explanation {
  return explanationOf(tryRule(body, dialects, party))
}

interface Tried extends Pick<Explanation, 'form' | 'hidden' | 'sign'> {
  dialect: Dialect
  /** The one that fits, or the likeliest. */
  attempt: Attempt
  right: boolean
}

function tryRule(
  body: JsonObject,
  dialects: readonly Dialect[],
  party: Party,
): Tried {
  const { signData } = body
  if (typeof signData !== 'string' || !signData)
    throw new EnvelopeError('unsigned')
  const sign = signTypeOf(body, SIGN_TYPES)
  if (sign === 'SM2' && !party.publicKey) throw new EnvelopeError('no-key')
  const { envelope, form, hidden } = uncover(body, party)
  const rule = (dialect: Dialect, reading = envelope) =>
    ruleFor(reading, signData, sign, dialect, party)
  const likely = likeliestFirst(dialects, body)
  const fitting = likely
    .flatMap(dialect =>
      [...readings(envelope, dialect, party)].map(reading => ({
        dialect,
        attempt: rule(dialect, reading),
      })),
    )
    .find(({ attempt }) => succeeds(attempt))
  const [dialect = 'A'] = fitting ? [fitting.dialect] : likely
  const attempt = fitting?.attempt ?? rule(dialect)
  const right = fitting !== undefined
  return { form, ...(hidden && { hidden }), sign, dialect, attempt, right }
}

function explanationOf({ attempt, ...tried }: Tried, slip?: Slip): Explanation {
  const signatureForm = formOf(attempt)
  return {
    ...tried,
    ...(signatureForm && { signatureForm }),
    text: textOf(attempt),
    ...digestsOf(attempt),
    variants: slip?.names ?? [],
    ...(slip && { signedText: textOf(slip.attempt) }),
  }
}

function ruleFor(
  envelope: JsonObject,
  signData: string,
  sign: SignType,
  dialect: Dialect,
  party: Party,
): Attempt {
  return {
    envelope,
    appSecret: party.appSecret,
    rules: DIALECTS[dialect],
    scheme: sign === 'SM3' ? 'digest' : 'standard',
    userId: USER_ID,
    key: party.publicKey,
    signature: Buffer.from(signData, sign === 'SM3' ? 'hex' : 'base64'),
  }
}

interface Slip {
  names: VariantName[]
  attempt: Attempt
}

/** One slip is likelier than two, so all single ones are tried first. */
function findSlip(rule: Attempt, facts: Facts): Slip | undefined {
  const tried = new Set([identityOf(rule)])
  let slips: Slip[] = [{ names: [], attempt: rule }]
  for (let count = 0; count < SLIPS_MAX; count++) {
    slips = slips.flatMap(slip => oneMore(slip, facts, tried))
    const found = slips.find(({ attempt }) => succeeds(attempt))
    if (found) return found
  }
  return undefined
}

/**
 * `slip` with each variant after its last one that changes something new. Of
 * two, the first concerns the text: so it is in the field, and the others
 * together would take seconds.
 */
function oneMore(slip: Slip, facts: Facts, tried: Set<string>): Slip[] {
  const last = VARIANTS.findIndex(({ name }) => name === slip.names.at(-1))
  if (VARIANTS[last] && VARIANTS[last].kind !== 'text') return []
  return VARIANTS.slice(last + 1).flatMap(({ name, change }) =>
    change(slip.attempt, facts)
      .filter(attempt => isNew(attempt, tried))
      .map(attempt => ({ names: [...slip.names, name], attempt })),
  )
}

function isNew(attempt: Attempt, tried: Set<string>): boolean {
  const identity = identityOf(attempt)
  if (tried.has(identity)) return false
  tried.add(identity)
  return true
}

function formOf({ scheme, signature }: Attempt): SignatureForm | undefined {
  if (scheme === 'digest') return 'SM3'
  try {
    return readSignature(signature).form
  } catch {
    return undefined
  }
}

function digestsOf(attempt: Attempt) {
  const { scheme, key, userId } = attempt
  const text = Buffer.from(textOf(attempt))
  if (scheme === 'digest' || !key)
    return { digest: primitives.sm3(text).toString('hex') }
  return {
    signer: signerDigest(key.point, userId).toString('hex'),
    digest: sm2Digest(text, key.point, userId).toString('hex'),
  }
}
