/**
 * What an institution and a platform have agreed on.
 * @module
 */
import type { Sm2PrivateKey, Sm2PublicKey } from '../gm/keys.js'
import type { Dialect } from './rules.js'

/** SM3 is inferred: no public text says what the samples' "sm3" means. */
export const SIGN_TYPES = ['SM2', 'SM3'] as const
export type SignType = (typeof SIGN_TYPES)[number]

/** `signed`: the data stay readable. `encrypted`: signed, then hidden. */
export type Form = 'signed' | 'encrypted'

/** How this side writes. */
export interface Style {
  form: Form
  dialect: Dialect
  sign: SignType
  /** Of the interface; '' to leave it out, as replies do (table A.3). */
  version: string
}

/** Who speaks, and with which keys; all of it is given out by the platform. */
export interface Party {
  readonly appId: string
  readonly appSecret: string
  /** Signs what this side sends; needed for SM2 alone. */
  privateKey?: Sm2PrivateKey
  /** Of the other side; needed for SM2 alone. */
  publicKey?: Sm2PublicKey
  /** Signs the same text the same way each time: for a sandbox alone. */
  repeatable?: boolean
}
