/**
 * What this room refuses.
 * @module
 */
import { type TextKey, type TextParameters, text } from '../texts/index.js'

export type GmErrorCode =
  /** A key, user id or initial vector is not what it should be. */
  | 'GM_KEY'
  /** A signature is not written as one. */
  | 'GM_SIGNATURE'
  /** A ciphertext is cut, changed or for another key. */
  | 'GM_CIPHERTEXT'
  /** Bytes are not DER (ITU-T X.690). */
  | 'GM_DER'

/** The message names what is wrong and holds no part of a key or text. */
export class GmError extends Error {
  override name = 'GmError'

  constructor(
    readonly code: GmErrorCode,
    sentence: TextKey,
    parameters?: TextParameters,
  ) {
    super(text(sentence, parameters))
  }
}
