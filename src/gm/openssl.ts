/**
 * SM2 by the OpenSSL inside the node binary, thirty times and more as fast as
 * sm-crypto. node:crypto itself signs with an empty user id and cannot be told
 * another, so a small addon (native/sm2.cc) asks OpenSSL directly.
 * @module
 */
import { createRequire } from 'node:module'
import { sm2AddonPath } from '../paths.js'
import { readCiphertext, writeCiphertext } from './ciphertext.js'
import type { Sm2Engine } from './engine.js'
import { readSignature } from './signature.js'

/**
 * What native/sm2.cc exports. It signs and encrypts in DER, and verifies r‖s.
 */
interface Sm2Addon {
  publicPoint(scalar: Buffer): Buffer
  sign(message: Buffer, userId: Buffer, scalar: Buffer, point: Buffer): Buffer
  verify(
    message: Buffer,
    signature: Buffer,
    userId: Buffer,
    point: Buffer,
  ): boolean
  /** As the two above, on a thread of libuv's pool. */
  signAside(
    message: Buffer,
    userId: Buffer,
    scalar: Buffer,
    point: Buffer,
  ): Promise<Buffer>
  verifyAside(
    message: Buffer,
    signature: Buffer,
    userId: Buffer,
    point: Buffer,
  ): Promise<boolean>
  encrypt(message: Buffer, point: Buffer): Buffer
  /** Undefined where the ciphertext was changed or is for another key. */
  decrypt(ciphertext: Buffer, scalar: Buffer, point: Buffer): Buffer | undefined
}

/** The signature of GB/T 32918.5, annex A. */
const EXAMPLE = {
  message: Buffer.from('message digest'),
  userId: '1234567812345678',
  point: Buffer.from(
    '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020' +
      'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
    'hex',
  ),
  signature: Buffer.from(
    'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3' +
      'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
    'hex',
  ),
}

/**
 * The engine of the addon at `path`; undefined where it does not load, is of an
 * older build, or gets the example of the standard wrong.
 */
export function openOpenssl(path = sm2AddonPath()): Sm2Engine | undefined {
  try {
    const addon: Sm2Addon = createRequire(import.meta.url)(path)
    if (!addon.signAside) return undefined
    const engine = engineOf(addon)
    const { message, signature, userId } = EXAMPLE
    const right = engine.verify(message, signature, EXAMPLE, userId)
    return right ? engine : undefined
  } catch {
    return undefined
  }
}

function engineOf(addon: Sm2Addon): Sm2Engine {
  return {
    name: 'openssl',
    publicPoint: scalar => addon.publicPoint(scalar),
    sign(message, { scalar, point }, userId) {
      const der = addon.sign(message, Buffer.from(userId), scalar, point)
      return readSignature(der).raw
    },
    verify: (message, signature, { point }, userId) =>
      addon.verify(message, signature, Buffer.from(userId), point),
    async signAside(message, { scalar, point }, userId) {
      const id = Buffer.from(userId)
      return readSignature(await addon.signAside(message, id, scalar, point))
        .raw
    },
    verifyAside: async (message, signature, { point }, userId) =>
      addon.verifyAside(message, signature, Buffer.from(userId), point),
    encrypt: (message, { point }) =>
      readCiphertext(addon.encrypt(message, point), 'DER'),
    decrypt: (parts, { scalar, point }) =>
      addon.decrypt(writeCiphertext(parts, 'DER'), scalar, point),
  }
}
