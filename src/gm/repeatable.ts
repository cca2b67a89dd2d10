/**
 * SM2 signatures that are the same for the same key and text: the number k
 * comes from both and not from chance, as RFC 6979 has it for ECDSA, with SM3.
 * So a run of the sandbox can be repeated to the byte.
 *
 * Its arithmetic takes longer for some numbers than for others: not for keys
 * that are worth anything.
 * @module
 */
import { bytesOf, CURVE, NUMBER_BYTES, numberFrom } from './curve.js'
import { sm2Digest } from './digest.js'
import { sm2Engine } from './engine.js'
import type { Sm2PrivateKey } from './keys.js'
import { primitives } from './primitives.js'
import { USER_ID } from './sm2.js'

/** r‖s over SM3(Z‖message) (GB/T 32918.2, 6.1), 64 bytes. */
export function signRepeatably(message: Buffer, key: Sm2PrivateKey): Buffer {
  const digest = sm2Digest(message, key.point, USER_ID)
  const e = numberFrom(digest)
  for (const k of candidates(key.scalar, digest)) {
    const signature = signWith(k, e, numberFrom(key.scalar))
    if (signature) return signature
  }
  throw new Error('repeatable: the candidates never end')
}

/** Steps A4 to A6; undefined where they say to try another k. */
function signWith(k: bigint, e: bigint, d: bigint): Buffer | undefined {
  const { n } = CURVE
  const point = sm2Engine.publicPoint(bytesOf(k))
  const x = numberFrom(point.subarray(1, 1 + NUMBER_BYTES))
  const r = (e + x) % n
  if (r === 0n || r + k === n) return undefined
  const s = modulo(inverse(1n + d) * (k - r * d))
  if (s === 0n) return undefined
  return Buffer.concat([bytesOf(r), bytesOf(s)])
}

/** The values of k in turn (RFC 6979, 3.2), from 1 to n - 1. */
function* candidates(scalar: Buffer, digest: Buffer): Generator<bigint> {
  const seed = Buffer.concat([scalar, bytesOf(modulo(numberFrom(digest)))])
  let key: Buffer = Buffer.alloc(NUMBER_BYTES, 0x00)
  let value: Buffer = Buffer.alloc(NUMBER_BYTES, 0x01)
  const step = (mark: number, more = Buffer.alloc(0)) => {
    const message = Buffer.concat([value, Buffer.of(mark), more])
    key = primitives.hmacSm3(key, message)
    value = primitives.hmacSm3(key, value)
  }
  step(0x00, seed)
  step(0x01, seed)
  for (;;) {
    value = primitives.hmacSm3(key, value)
    const k = numberFrom(value)
    if (k >= 1n && k < CURVE.n) yield k
    step(0x00)
  }
}

/** `number` modulo n, never negative. */
function modulo(number: bigint): bigint {
  const { n } = CURVE
  return ((number % n) + n) % n
}

/** 1 / `number` modulo n, by Euclid. */
function inverse(number: bigint): bigint {
  let [left, right]: [bigint, bigint] = [CURVE.n, modulo(number)]
  let [a, b] = [0n, 1n]
  while (right !== 0n) {
    const quotient = left / right
    ;[left, right] = [right, left - quotient * right]
    ;[a, b] = [b, a - quotient * b]
  }
  return modulo(a)
}
