/**
 * Who computes SM2 in this runtime.
 * @module
 */
import type { CipherParts } from './ciphertext.js'
import type { Sm2PrivateKey, Sm2PublicKey } from './keys.js'
import { openOpenssl } from './openssl.js'
import { createScriptEngine } from './script.js'

/** SM2 on checked arguments; what checks them is in sm2.ts and keys.ts. */
export interface Sm2Engine {
  readonly name: 'openssl' | 'sm-crypto'
  /** The point of a private key: 04‖x‖y. */
  publicPoint(scalar: Buffer): Buffer
  /** r‖s. */
  sign(message: Buffer, key: Sm2PrivateKey, userId: string): Buffer
  /** `signature` is r‖s. */
  verify(
    message: Buffer,
    signature: Buffer,
    key: Sm2PublicKey,
    userId: string,
  ): boolean
  /** As sign and verify, on another thread where there is one. */
  signAside(
    message: Buffer,
    key: Sm2PrivateKey,
    userId: string,
  ): Promise<Buffer>
  verifyAside(
    message: Buffer,
    signature: Buffer,
    key: Sm2PublicKey,
    userId: string,
  ): Promise<boolean>
  /** `message` is not empty. */
  encrypt(message: Buffer, key: Sm2PublicKey): CipherParts
  /** Undefined where C3 does not match. */
  decrypt(parts: CipherParts, key: Sm2PrivateKey): Buffer | undefined
}

/** OpenSSL where it works, else sm-crypto. */
export const sm2Engine: Sm2Engine = openOpenssl() ?? createScriptEngine()

/** Which of the two this runtime has, for those who ask how fast it is. */
export function gmEngine(): Sm2Engine['name'] {
  return sm2Engine.name
}
