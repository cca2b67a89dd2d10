/**
 * Why an envelope cannot be sealed or is not to be believed.
 * @module
 */
import { type TextParameters, text } from '../texts/index.js'

export type EnvelopeFault =
  /** appId is too short to derive a key from. */
  | 'app-id'
  /** A key that is needed is not there. */
  | 'no-key'
  /** There is no signature. */
  | 'unsigned'
  /** signType is not what was agreed on. */
  | 'sign-type'
  /** encData cannot be decrypted. */
  | 'cipher'
  /** What was decrypted is no JSON object. */
  | 'data'
  /** The signature is not of this text by this key. */
  | 'signature'
  /** The timestamp cannot be read. */
  | 'timestamp'
  /** The clocks differ too much, or the envelope is an old one. */
  | 'skew'

/** The message names what is wrong and holds no data, key or secret. */
export class EnvelopeError extends Error {
  override name = 'EnvelopeError'

  constructor(
    readonly code: EnvelopeFault,
    readonly parameters: TextParameters = {},
    options?: ErrorOptions,
  ) {
    super(text(`envelope.fault.${code}`, parameters), options)
  }
}
