/**
 * The keys that people sign with when they read theirs wrongly.
 * @module
 */
import { bytesOf, CURVE, NUMBER_BYTES, numberFrom } from '../gm/curve.js'
import { sm2Engine } from '../gm/engine.js'
import {
  parsePrivateKey,
  type Sm2PrivateKey,
  type Sm2PublicKey,
} from '../gm/keys.js'
import type { Party } from './agreement.js'

/**
 * The key of who took a private key that begins with a bit of 1 for a negative
 * number, as Java does without the zero byte in front: d - 2^256. Its point is
 * the right one minus 2^256 G, so the private key is not needed.
 */
export function signByteKey({ point }: Sm2PublicKey): Sm2PublicKey {
  const { p, n } = CURVE
  const shift = sm2Engine.publicPoint(bytesOf((1n << 256n) % n))
  const { x, y } = coordinates(shift)
  return { point: add(coordinates(point), { x, y: p - y }) }
}

/**
 * The key of who took the first 32 of the 33 bytes that Java writes, the zero
 * in front included. Undefined where that is no key.
 */
export function cutKey({ scalar }: Sm2PrivateKey): Sm2PublicKey | undefined {
  const cut = Buffer.concat([Buffer.of(0), scalar.subarray(0, -1)])
  try {
    return parsePrivateKey(cut.toString('hex'))
  } catch {
    return undefined
  }
}

/**
 * The key that belongs to the private key at hand, where it is not the public
 * key at hand: one of the two files is wrong.
 */
export function ownKey(
  { privateKey, publicKey }: Party,
  signerKey: Sm2PrivateKey | undefined,
): Sm2PublicKey | undefined {
  const own = signerKey ?? privateKey
  return own && publicKey && !own.point.equals(publicKey.point)
    ? own
    : undefined
}

interface Point {
  x: bigint
  y: bigint
}

function coordinates(point: Buffer): Point {
  const middle = 1 + NUMBER_BYTES
  return {
    x: numberFrom(point.subarray(1, middle)),
    y: numberFrom(point.subarray(middle)),
  }
}

/** The sum of two points with different x (GB/T 32918.1, 3.2.3.1). */
function add(one: Point, other: Point): Buffer {
  const { p } = CURVE
  const slope = mod((other.y - one.y) * inverse(mod(other.x - one.x)))
  const x = mod(slope * slope - one.x - other.x)
  const y = mod(slope * (one.x - x) - one.y)
  return Buffer.concat([Buffer.of(4), bytesOf(x), bytesOf(y % p)])
}

function mod(number: bigint): bigint {
  const { p } = CURVE
  return ((number % p) + p) % p
}

/** By Fermat: number^(p-2). */
function inverse(number: bigint): bigint {
  const { p } = CURVE
  let [result, base] = [1n, number]
  for (let exponent = p - 2n; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = mod(result * base)
    base = mod(base * base)
  }
  return result
}
