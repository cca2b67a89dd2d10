/**
 * The SM4 key of the encrypted data, and the data under it.
 * @module
 */
import { SM4_BYTES } from '../gm/primitives.js'
import { sm4Decrypt, sm4Encrypt } from '../gm/sm4.js'
import type { Party } from './agreement.js'
import { EnvelopeError } from './envelope-error.js'

/** The steps to the key, for those who want to see them. */
export interface KeySteps {
  /** The first 16 characters of appId, as ASCII the key of the next step. */
  first: string
  /** appSecret under that key, SM4-ECB with PKCS7, as upper-case hex. */
  cipher: string
  /** The first 16 characters of `cipher`. */
  key: string
}

/**
 * The SM4 key that both sides derive. It is 16 hex characters as ASCII bytes,
 * so it has 64 bits of strength and not 128: TLS is what protects the data.
 *
 * Throws EnvelopeError `app-id` where appId has no 16 ASCII characters.
 */
export function deriveKey(appId: string, appSecret: string): KeySteps {
  const first = appId.slice(0, SM4_BYTES)
  if (!/^[\x20-\x7e]{16}$/.test(first)) throw new EnvelopeError('app-id')
  const cipher = sm4Encrypt(Buffer.from(first), Buffer.from(appSecret))
    .toString('hex')
    .toUpperCase()
  return { first, cipher, key: cipher.slice(0, SM4_BYTES) }
}

const derived = new WeakMap<Party, string>()

/** The key that `party` has by {@link deriveKey}, derived once. Throws alike. */
export function keyOf(party: Party): string {
  const known = derived.get(party)
  if (known) return known
  const { key } = deriveKey(party.appId, party.appSecret)
  derived.set(party, key)
  return key
}

/** `text` as encData: upper-case hex of SM4-ECB with PKCS7. */
export function encryptText(text: string, key: string): string {
  const bytes = sm4Encrypt(Buffer.from(key), Buffer.from(text))
  return bytes.toString('hex').toUpperCase()
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * The text in `encData`: hex in either case, or Base64 as one channel of the
 * field writes it. Throws EnvelopeError `cipher`.
 */
export function decryptText(encData: string, key: string): string {
  const hex = /^([0-9A-Fa-f]{32})+$/.test(encData)
  const bytes = Buffer.from(encData, hex ? 'hex' : 'base64')
  try {
    return utf8.decode(sm4Decrypt(Buffer.from(key), bytes))
  } catch (error) {
    throw new EnvelopeError('cipher', {}, { cause: error })
  }
}
