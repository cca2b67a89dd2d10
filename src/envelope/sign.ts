/**
 * Signatures as signData carries them.
 * @module
 */
import { primitives } from '../gm/primitives.js'
import { signRepeatably } from '../gm/repeatable.js'
import { readSignature } from '../gm/signature.js'
import { sm2 } from '../gm/sm2.js'
import type { Party, SignType } from './agreement.js'
import { EnvelopeError } from './envelope-error.js'

/** How a signature that is right was written. */
export type SignatureForm = 'raw' | 'DER' | 'SM3'

/**
 * signData of `text`: Base64 of r‖s, 88 characters, or the SM3 digest in
 * upper-case hex. Throws EnvelopeError `no-key`.
 */
export function sign(text: string, type: SignType, party: Party): string {
  if (type === 'SM3') return digestOf(text)
  const { privateKey, repeatable } = party
  if (!privateKey) throw new EnvelopeError('no-key')
  const signed = repeatable ? signRepeatably : sm2.sign
  return signed(Buffer.from(text), privateKey).toString('base64')
}

/** The same, with SM2 computed on another thread. */
export async function signAside(
  text: string,
  type: SignType,
  party: Party,
): Promise<string> {
  const { privateKey, repeatable } = party
  if (type === 'SM3' || !privateKey || repeatable)
    return sign(text, type, party)
  const signed = await sm2.signAside(Buffer.from(text), privateKey)
  return signed.toString('base64')
}

/**
 * The form of `signData` where it is of `text` by the other side, with r‖s or
 * DER, and a digest in hex of either case; else undefined. Throws EnvelopeError
 * `no-key`.
 */
export function verify(
  text: string,
  signData: string,
  type: SignType,
  party: Party,
): SignatureForm | undefined {
  if (type === 'SM3')
    return signData.toUpperCase() === digestOf(text) ? 'SM3' : undefined
  if (!party.publicKey) throw new EnvelopeError('no-key')
  const signature = Buffer.from(signData, 'base64')
  const right = sm2.verify(Buffer.from(text), signature, party.publicKey)
  return right ? readSignature(signature).form : undefined
}

/** The same, with SM2 computed on another thread. */
export async function verifyAside(
  text: string,
  signData: string,
  type: SignType,
  party: Party,
): Promise<SignatureForm | undefined> {
  const { publicKey } = party
  if (type === 'SM3' || !publicKey) return verify(text, signData, type, party)
  const signature = Buffer.from(signData, 'base64')
  const right = await sm2.verifyAside(Buffer.from(text), signature, publicKey)
  return right ? readSignature(signature).form : undefined
}

/** Inferred: the digest of the text that SM2 would sign. */
function digestOf(text: string): string {
  return primitives.sm3(Buffer.from(text)).toString('hex').toUpperCase()
}
