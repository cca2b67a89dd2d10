/**
 * The curve of SM2 (GB/T 32918.5, clause 2) and numbers on it.
 * @module
 */
import { randomBytes } from 'node:crypto'

/** Bytes of a number: a coordinate, a private key, half a signature. */
export const NUMBER_BYTES = 32
/** Bytes of a point: 04, x, y. */
export const POINT_BYTES = 1 + 2 * NUMBER_BYTES
/** Says that both coordinates follow (GB/T 32918.1, 4.2.9). */
export const UNCOMPRESSED = 0x04

/** y² = x³ + ax + b modulo p; G generates n points. */
export const CURVE = {
  p: 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn,
  a: 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn,
  b: 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n,
  n: 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n,
  gx: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  gy: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
} as const

/** The greatest private key, n - 2 (GB/T 32918.1, 6.1). */
export const PRIVATE_MAX = CURVE.n - 2n

/** Whether x and y, 64 bytes, are a point (GB/T 32918.1, 6.2.1 b and c). */
export function isOnCurve(coordinates: Buffer): boolean {
  const x = numberFrom(coordinates.subarray(0, NUMBER_BYTES))
  const y = numberFrom(coordinates.subarray(NUMBER_BYTES))
  const { p, a, b } = CURVE
  return x < p && y < p && (y * y - (x * x * x + a * x + b)) % p === 0n
}

/**
 * A random number from 1 to `max`, each as likely as the others: what is
 * greater is thrown away, never folded. `random` gives that many bytes.
 */
export function randomNumber(
  max: bigint,
  random: (bytes: number) => Buffer = randomBytes,
): Buffer {
  for (;;) {
    const bytes = random(NUMBER_BYTES)
    const number = numberFrom(bytes)
    if (number >= 1n && number <= max) return bytes
  }
}

/** 1/number modulo n, as n is prime: number to the power of n - 2. */
export function inverse(number: bigint): bigint {
  const { n } = CURVE
  let [result, base] = [1n, number % n]
  for (let exponent = n - 2n; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % n
    base = (base * base) % n
  }
  return result
}

/** The big-endian number in `bytes`. */
export function numberFrom(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`)
}

/** `number` in {@link NUMBER_BYTES} big-endian bytes. */
export function bytesOf(number: bigint): Buffer {
  return Buffer.from(number.toString(16).padStart(2 * NUMBER_BYTES, '0'), 'hex')
}
