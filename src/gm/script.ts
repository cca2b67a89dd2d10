/**
 * SM2 in JavaScript over the curve of sm-crypto, for runtimes without OpenSSL
 * (Electron has BoringSSL). It is slow, and its time depends on the keys.
 *
 * sm-crypto draws its nonces from RC4, and takes no other for encryption: the
 * two operations that need one are written out here, with nonces from
 * crypto.randomBytes. Numbers of BigInt and jsbn cannot be wiped.
 * @module
 */
import { randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import smCrypto from 'sm-crypto'
import {
  bytesOf,
  CURVE,
  inverse,
  NUMBER_BYTES,
  numberFrom,
  randomNumber,
  UNCOMPRESSED,
} from './curve.js'
import { sm2Digest } from './digest.js'
import type { Sm2Engine } from './engine.js'
import { primitives, SM3_BYTES } from './primitives.js'

/** Of jsbn, the numbers of sm-crypto. */
interface Jsbn {
  toString(radix: number): string
}
interface Point {
  multiply(scalar: Jsbn): Point
  getX(): { toBigInteger(): Jsbn }
  getY(): { toBigInteger(): Jsbn }
}
interface Curve {
  decodePointHex(point: string): Point
}

const require = createRequire(import.meta.url)
const {
  getGlobalCurve,
}: { getGlobalCurve(): Curve } = require('sm-crypto/src/sm2/utils.js')
const { BigInteger }: { BigInteger: new (text: string, radix: 16) => Jsbn } =
  createRequire(require.resolve('sm-crypto'))('jsbn')

const C1C3C2 = 1
const { n, gx, gy } = CURVE
const generator = Buffer.concat([
  Buffer.of(UNCOMPRESSED),
  bytesOf(gx),
  bytesOf(gy),
])

/** `random` gives that many bytes. */
export function createScriptEngine(
  random: (bytes: number) => Buffer = randomBytes,
): Sm2Engine {
  const nonce = () => randomNumber(n - 1n, random)
  const engine: Sm2Engine = {
    name: 'sm-crypto',
    publicPoint: scalar =>
      Buffer.concat([Buffer.of(UNCOMPRESSED), multiply(generator, scalar)]),
    sign: (message, { scalar, point }, userId) =>
      sign(sm2Digest(message, point, userId), numberFrom(scalar), nonce),
    verify: (message, signature, { point }, userId) =>
      smCrypto.sm2.doVerifySignature(
        [...message],
        signature.toString('hex'),
        point.toString('hex'),
        { hash: true, userId },
      ),
    // It has no other thread.
    signAside: async (...signed) => engine.sign(...signed),
    verifyAside: async (...signed) => engine.verify(...signed),
    encrypt(message, { point }) {
      const k = nonce()
      return {
        c1: multiply(generator, k),
        ...hide(message, multiply(point, k)),
      }
    },
    decrypt({ c1, c2, c3 }, { scalar }) {
      const opened = smCrypto.sm2.doDecrypt(
        Buffer.concat([c1, c3, c2]).toString('hex'),
        scalar.toString('hex'),
        C1C3C2,
        { output: 'array' },
      )
      // No message is empty: this is how sm-crypto says that C3 differs.
      return opened.length > 0 ? Buffer.from(opened) : undefined
    },
  }
  return engine
}

/** GB/T 32918.2, 6.1 A3 to A7; `digest` is e, `d` the private key. */
function sign(digest: Buffer, d: bigint, nonce: () => Buffer): Buffer {
  const e = numberFrom(digest)
  for (;;) {
    const secret = nonce()
    const k = numberFrom(secret)
    const x1 = multiply(generator, secret).subarray(0, NUMBER_BYTES)
    const r = (e + numberFrom(x1)) % n
    const s = positive(inverse(1n + d) * (k - r * d))
    if (r !== 0n && r + k !== n && s !== 0n)
      return Buffer.concat([bytesOf(r), bytesOf(s)])
  }
}

/** GB/T 32918.4, 6.1 A5 to A7; `shared` is x2‖y2. */
function hide(message: Buffer, shared: Buffer) {
  const stream = keyStream(shared, message.length)
  const x2 = shared.subarray(0, NUMBER_BYTES)
  const y2 = shared.subarray(NUMBER_BYTES)
  return {
    c2: Buffer.from(message.map((byte, at) => byte ^ (stream[at] ?? 0))),
    c3: primitives.sm3(Buffer.concat([x2, message, y2])),
  }
}

/** The key derivation of GB/T 32918.4, 5.4.3: SM3 over a counter from 1. */
function keyStream(shared: Buffer, bytes: number): Buffer {
  const blocks: Buffer[] = []
  for (let count = 1; (count - 1) * SM3_BYTES < bytes; count++) {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(count)
    blocks.push(primitives.sm3(Buffer.concat([shared, counter])))
  }
  return Buffer.concat(blocks)
}

/** x‖y of `scalar` times `point` (04‖x‖y). */
function multiply(point: Buffer, scalar: Buffer): Buffer {
  const start = getGlobalCurve().decodePointHex(point.toString('hex'))
  const end = start.multiply(new BigInteger(scalar.toString('hex'), 16))
  const coordinates = [end.getX(), end.getY()].map(field =>
    bytesOf(BigInt(`0x${field.toBigInteger().toString(16)}`)),
  )
  return Buffer.concat(coordinates)
}

function positive(number: bigint): bigint {
  return ((number % n) + n) % n
}
