/**
 * Keys in the DER of PKCS8 (RFC 5958), SEC1 (RFC 5915) and SPKI (RFC 5480).
 * @module
 */
import { NUMBER_BYTES } from './curve.js'
import { contentOf, type DerValue, readSequence, TAG } from './der.js'
import { GmError } from './gm-error.js'

/** OID 1.2.156.10197.1.301, the curve (GB/T 33560). */
const SM2_CURVE = Buffer.from('06082a811ccf5501822d', 'hex')
/** OID 1.2.840.10045.2.1, ecPublicKey, and the curve. */
const SM2_ALGORITHM = Buffer.from(
  `06072a8648ce3d0201${SM2_CURVE.toString('hex')}`,
  'hex',
)

/** The tag of SEC1's curve, which may be missing. */
const SEC1_CURVE = 0xa0

/**
 * The 32 bytes of the private key, a view of `der`. Throws {@link GmError}:
 * GM_DER, or GM_KEY where the key is of another kind or curve.
 */
export function privateFromDer(der: Buffer): Buffer {
  const members = readSequence(der)
  const second = members[1]
  if (second?.tag !== TAG.SEQUENCE) return privateFromSec1(members)
  checkAlgorithm(second)
  const sec1 = contentOf(members[2], TAG.OCTET_STRING)
  return privateFromSec1(readSequence(sec1))
}

/** The point of the public key, a view of `der`; throws the same. */
export function publicFromDer(der: Buffer): Buffer {
  const [algorithm, bits] = readSequence(der)
  checkAlgorithm(algorithm)
  // The first byte counts unused bits: a point has none.
  return contentOf(bits, TAG.BIT_STRING).subarray(1)
}

function privateFromSec1([, scalar, curve]: DerValue[]): Buffer {
  if (curve?.tag === SEC1_CURVE) check(curve.content, SM2_CURVE)
  const bytes = contentOf(scalar, TAG.OCTET_STRING)
  if (bytes.length === NUMBER_BYTES) return bytes
  throw new GmError('GM_KEY', 'gm.key.private-size', { bytes: bytes.length })
}

function checkAlgorithm(algorithm: DerValue | undefined): void {
  check(contentOf(algorithm, TAG.SEQUENCE), SM2_ALGORITHM)
}

function check(found: Buffer, expected: Buffer): void {
  if (!found.equals(expected)) throw new GmError('GM_KEY', 'gm.key.curve')
}
