/**
 * SM2 (GB/T 32918): signatures and encryption. Messages, signatures and
 * ciphertexts are bytes; keys come from keys.ts, other ways to write a
 * signature from signature.ts.
 * @module
 */
import {
  type CipherLayout,
  readCiphertext,
  writeCiphertext,
} from './ciphertext.js'
import { type Sm2Engine, sm2Engine } from './engine.js'
import { GmError } from './gm-error.js'
import type { Sm2PrivateKey, Sm2PublicKey } from './keys.js'
import { readSignature } from './signature.js'

/** The user id where nobody agreed on another (GB/T 35276, clause 10). */
export const USER_ID = '1234567812345678'
/** OpenSSL's bound; the standard's two bytes of bits allow one more. */
export const USER_ID_BYTES_MAX = 8190

export interface Sm2 {
  /**
   * r‖s, 64 bytes, over SM3(Z‖message) (GB/T 32918.2, 6.1). Throws GM_KEY
   * where `userId` is longer than {@link USER_ID_BYTES_MAX}.
   */
  sign(message: Buffer, key: Sm2PrivateKey, userId?: string): Buffer
  /**
   * Whether `signature`, raw or DER, is of `message` by the owner of `key`
   * (GB/T 32918.2, 7.1). False also where it is malformed: readSignature
   * (signature.ts) tells why. Throws as sign does.
   */
  verify(
    message: Buffer,
    signature: Buffer,
    key: Sm2PublicKey,
    userId?: string,
  ): boolean
  /** As sign, on another thread, so that this one can go on. */
  signAside(
    message: Buffer,
    key: Sm2PrivateKey,
    userId?: string,
  ): Promise<Buffer>
  /** As verify, likewise. */
  verifyAside(
    message: Buffer,
    signature: Buffer,
    key: Sm2PublicKey,
    userId?: string,
  ): Promise<boolean>
  /**
   * Hides `message`, at least one byte, for the owner of `key` (GB/T 32918.4,
   * 6.1). Throws GM_CIPHERTEXT where it is empty.
   */
  encrypt(message: Buffer, key: Sm2PublicKey, layout?: CipherLayout): Buffer
  /**
   * The message, never empty (GB/T 32918.4, 7.1). Throws {@link GmError} with
   * code GM_CIPHERTEXT or GM_DER where a byte was changed or is missing, or it
   * is for another key or in another layout.
   */
  decrypt(ciphertext: Buffer, key: Sm2PrivateKey, layout?: CipherLayout): Buffer
}

/** SM2 by `engine`. */
export function createSm2(engine: Sm2Engine): Sm2 {
  return {
    sign: (message, key, userId = USER_ID) =>
      engine.sign(message, key, checkedId(userId)),
    verify(message, signature, key, userId = USER_ID) {
      const id = checkedId(userId)
      const raw = rawOf(signature)
      return raw !== undefined && engine.verify(message, raw, key, id)
    },
    signAside: async (message, key, userId = USER_ID) =>
      engine.signAside(message, key, checkedId(userId)),
    async verifyAside(message, signature, key, userId = USER_ID) {
      const id = checkedId(userId)
      const raw = rawOf(signature)
      return raw !== undefined && engine.verifyAside(message, raw, key, id)
    },
    encrypt(message, key, layout = 'C1C3C2') {
      if (message.length === 0)
        throw new GmError('GM_CIPHERTEXT', 'gm.cipher.empty')
      return writeCiphertext(encryptHidden(engine, message, key), layout)
    },
    decrypt(ciphertext, key, layout = 'C1C3C2') {
      const message = engine.decrypt(readCiphertext(ciphertext, layout), key)
      if (message) return message
      throw new GmError('GM_CIPHERTEXT', 'gm.cipher.c3-differs')
    },
  }
}

/** SM2 by the engine of this runtime. */
export const sm2 = createSm2(sm2Engine)

/**
 * A key stream of zeros would leave the message readable, which happens to one
 * of 256 messages of one byte: step A5 says to try again, OpenSSL does not.
 */
function encryptHidden(engine: Sm2Engine, message: Buffer, key: Sm2PublicKey) {
  for (;;) {
    const parts = engine.encrypt(message, key)
    if (!parts.c2.equals(message)) return parts
  }
}

function rawOf(signature: Buffer): Buffer | undefined {
  try {
    return readSignature(signature).raw
  } catch (error) {
    if (error instanceof GmError) return undefined
    throw error
  }
}

function checkedId(userId: string): string {
  const bytes = Buffer.byteLength(userId)
  if (bytes <= USER_ID_BYTES_MAX) return userId
  throw new GmError('GM_KEY', 'gm.user-id', { bytes, max: USER_ID_BYTES_MAX })
}
