/**
 * Keys written as text, in the forms that keys.ts reads.
 * @module
 */
import { TAG, writeDer } from './der.js'
import type { Sm2PrivateKey, Sm2PublicKey } from './keys.js'

/** PEM is PKCS8 and SPKI; hex and Base64 are the bare numbers. */
export const KEY_FORMATS = ['pem', 'hex', 'base64'] as const
export type KeyFormat = (typeof KEY_FORMATS)[number]

/** ecPublicKey on the curve of SM2 (RFC 5480, 2.1.1; GB/T 33560). */
const ALGORITHM = writeDer(
  TAG.SEQUENCE,
  Buffer.from('06072a8648ce3d020106082a811ccf5501822d', 'hex'),
)

/** The tag of SEC1's public key, which OpenSSL wants. */
const SEC1_POINT = 0xa1

/** d, 32 bytes, or PKCS8 (RFC 5958) of it; PEM ends in a line end. */
export function writePrivateKey(
  { scalar, point }: Sm2PrivateKey,
  format: KeyFormat,
): string {
  if (format !== 'pem') return scalar.toString(format)
  const sec1 = writeDer(
    TAG.SEQUENCE,
    writeDer(TAG.INTEGER, Buffer.of(1)),
    writeDer(TAG.OCTET_STRING, scalar),
    writeDer(SEC1_POINT, bitString(point)),
  )
  const version = writeDer(TAG.INTEGER, Buffer.of(0))
  const key = writeDer(TAG.OCTET_STRING, sec1)
  return pem('PRIVATE KEY', writeDer(TAG.SEQUENCE, version, ALGORITHM, key))
}

/** 04‖x‖y, 65 bytes, or SPKI (RFC 5480) of it; PEM ends in a line end. */
export function writePublicKey(
  { point }: Sm2PublicKey,
  format: KeyFormat,
): string {
  if (format !== 'pem') return point.toString(format)
  return pem('PUBLIC KEY', writeDer(TAG.SEQUENCE, ALGORITHM, bitString(point)))
}

/** No bit of the last byte is unused. */
function bitString(bytes: Buffer): Buffer {
  return writeDer(TAG.BIT_STRING, Buffer.of(0), bytes)
}

function pem(label: string, der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return [
    `-----BEGIN ${label}-----`,
    ...lines,
    `-----END ${label}-----\n`,
  ].join('\n')
}
