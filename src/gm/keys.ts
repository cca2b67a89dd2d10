/**
 * Keys of SM2 (GB/T 32918.1, clause 6), in one form whatever they came in.
 * @module
 */
import { randomBytes } from 'node:crypto'
import {
  isOnCurve,
  NUMBER_BYTES,
  numberFrom,
  POINT_BYTES,
  PRIVATE_MAX,
  randomNumber,
  UNCOMPRESSED,
} from './curve.js'
import { TAG } from './der.js'
import { sm2Engine } from './engine.js'
import { GmError } from './gm-error.js'
import { privateFromDer, publicFromDer } from './key-der.js'
import { keyBytes } from './key-text.js'

export interface Sm2PublicKey {
  /** 04‖x‖y, 65 bytes. */
  readonly point: Buffer
}

/** A private key knows its public key and may stand wherever one may. */
export interface Sm2PrivateKey extends Sm2PublicKey {
  /** d, 32 bytes, from 1 to n - 2. */
  readonly scalar: Buffer
}

/**
 * Reads hex or Base64 of 32 bytes (33 with a zero in front, as Java writes
 * them) or of PKCS8 or SEC1, or PEM of those. Throws {@link GmError}: GM_KEY
 * or GM_DER.
 */
export function parsePrivateKey(
  text: string,
  engine = sm2Engine,
): Sm2PrivateKey {
  const bytes = keyBytes(text, 'PRIVATE KEY')
  try {
    return privateKeyOf(Buffer.from(scalarIn(bytes)), engine)
  } finally {
    bytes.fill(0)
  }
}

/**
 * Reads hex or Base64 of 64 bytes (x‖y), 65 (04‖x‖y) or SPKI, or PEM of SPKI.
 * Throws {@link GmError}: GM_KEY or GM_DER.
 */
export function parsePublicKey(text: string): Sm2PublicKey {
  const bytes = keyBytes(text, 'PUBLIC KEY')
  const point = isDer(bytes, POINT_BYTES) ? publicFromDer(bytes) : bytes
  const marked = point.length === POINT_BYTES && point[0] === UNCOMPRESSED
  const coordinates = marked ? point.subarray(1) : point
  if (coordinates.length !== POINT_BYTES - 1)
    throw new GmError('GM_KEY', 'gm.key.public-size', { bytes: point.length })
  if (!isOnCurve(coordinates)) throw new GmError('GM_KEY', 'gm.key.point')
  return { point: Buffer.concat([Buffer.of(UNCOMPRESSED), coordinates]) }
}

/**
 * A new key (GB/T 32918.1, 6.1). `random` gives that many bytes.
 */
export function generateKey(
  random: (bytes: number) => Buffer = randomBytes,
  engine = sm2Engine,
): Sm2PrivateKey {
  return privateKeyOf(randomNumber(PRIVATE_MAX, random), engine)
}

/**
 * Overwrites the private key. What cannot be reached: the text it was read
 * from, and the numbers that sm-crypto computed with.
 */
export function wipeKey(key: Sm2PrivateKey): void {
  key.scalar.fill(0)
}

/** Keeps `scalar` itself, so that wiping the key wipes all of it. */
function privateKeyOf(scalar: Buffer, engine: typeof sm2Engine): Sm2PrivateKey {
  const number = numberFrom(scalar)
  if (number < 1n || number > PRIVATE_MAX)
    throw new GmError('GM_KEY', 'gm.key.range')
  return { scalar, point: engine.publicPoint(scalar) }
}

function scalarIn(bytes: Buffer): Buffer {
  if (bytes.length === NUMBER_BYTES) return bytes
  if (bytes.length === NUMBER_BYTES + 1 && bytes[0] === 0)
    return bytes.subarray(1)
  if (isDer(bytes, NUMBER_BYTES + 1)) return privateFromDer(bytes)
  throw new GmError('GM_KEY', 'gm.key.private-size', { bytes: bytes.length })
}

/** DER begins as a SEQUENCE and is longer than the bare key of `bare`. */
function isDer(bytes: Buffer, bare: number): boolean {
  return bytes[0] === TAG.SEQUENCE && bytes.length > bare
}
