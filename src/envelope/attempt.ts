/**
 * One guess at how a signature was made.
 * @module
 */
import smCrypto from 'sm-crypto'
import type { Sm2PublicKey } from '../gm/keys.js'
import { primitives } from '../gm/primitives.js'
import { sm2 } from '../gm/sm2.js'
import { signText } from './canonical.js'
import type { JsonObject } from './json.js'
import type { Rules } from './rules.js'

/**
 * What the signature was made over: e = SM3(Z‖text) as the standard has it,
 * SM3(text), the text itself, or SM2 over SM3(text); or no signature but the
 * digest.
 */
export type Scheme = 'standard' | 'no-z' | 'no-hash' | 'hashed-twice' | 'digest'

export interface Attempt {
  envelope: JsonObject
  /** Undefined for none. */
  appSecret: string | undefined
  rules: Rules
  scheme: Scheme
  userId: string
  /** Undefined for a digest, which needs none. */
  key: Sm2PublicKey | undefined
  signature: Buffer
}

/** The text that this attempt takes to have been signed. */
export function textOf({ envelope, appSecret, rules }: Attempt): string {
  return signText(envelope, appSecret, rules)
}

/** Whether the signature is right under this guess. */
export function succeeds(attempt: Attempt): boolean {
  const { scheme, userId, key, signature } = attempt
  const message = Buffer.from(textOf(attempt))
  if (scheme === 'digest') return primitives.sm3(message).equals(signature)
  if (!key) return false
  switch (scheme) {
    case 'standard':
      return sm2.verify(message, signature, key, userId)
    case 'hashed-twice':
      return digestForms(message).some(digest =>
        sm2.verify(digest, signature, key, userId),
      )
    case 'no-z':
      return verifiesNumber(primitives.sm3(message), signature, key)
    case 'no-hash':
      return verifiesNumber(message, signature, key)
  }
}

/** Two attempts with the same identity succeed or fail together. */
export function identityOf(attempt: Attempt): string {
  const { scheme, userId, key, signature } = attempt
  const point = key?.point.toString('hex')
  const parts = [scheme, userId, point, signature.toString('hex')]
  return [...parts, textOf(attempt)].join('|')
}

function digestForms(message: Buffer): Buffer[] {
  const digest = primitives.sm3(message)
  const hex = digest.toString('hex')
  return [digest, Buffer.from(hex), Buffer.from(hex.toUpperCase())]
}

/** sm-crypto takes any number for e, which a good interface does not. */
function verifiesNumber(e: Buffer, signature: Buffer, key: Sm2PublicKey) {
  const options = { hash: false }
  const [hex, point] = [signature.toString('hex'), key.point.toString('hex')]
  try {
    return smCrypto.sm2.doVerifySignature([...e], hex, point, options)
  } catch {
    return false
  }
}
