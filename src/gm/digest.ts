/**
 * What SM2 signs in place of the message.
 * @module
 */
import { bytesOf, CURVE } from './curve.js'
import { primitives } from './primitives.js'

/**
 * e = SM3(Z‖message), 32 bytes, where Z binds it to the signer (GB/T 32918.2,
 * 6.1 A1 and A2). `point` is 04‖x‖y, `userId` at most 8190 bytes of UTF-8.
 */
export function sm2Digest(
  message: Buffer,
  point: Buffer,
  userId: string,
): Buffer {
  return primitives.sm3(Buffer.concat([signerDigest(point, userId), message]))
}

/** Z = SM3(ENTL‖userId‖a‖b‖G‖point), 32 bytes (GB/T 32918.2, 5.5). */
export function signerDigest(point: Buffer, userId: string): Buffer {
  return primitives.sm3(
    Buffer.concat([idField(userId), curveField(), point.subarray(1)]),
  )
}

/** The number of bits in two bytes, then the id. */
function idField(userId: string): Buffer {
  const id = Buffer.from(userId)
  const bits = Buffer.alloc(2)
  bits.writeUInt16BE(id.length * 8)
  return Buffer.concat([bits, id])
}

function curveField(): Buffer {
  const { a, b, gx, gy } = CURVE
  return Buffer.concat([a, b, gx, gy].map(bytesOf))
}
