/**
 * The text of a code. Scanners pass bytes on and do not say what they mean.
 * @module
 */
import { decodeText } from '../charset.js'
import { Failure } from '../failure.js'

/**
 * Control bytes are no part of any code that is sold or shown, but for the
 * separator of GS1.
 */
const CONTROL = /\p{Cc}/u
const FNC1 = '\u001d'

/**
 * The text of `code`: UTF-8, else GB18030. Fails with code-garbled, which
 * seals the bytes.
 */
export function textOf(code: Buffer): string {
  const text = decodeText(code, 'utf-8') ?? decodeText(code, 'gb18030')
  if (text !== undefined && !CONTROL.test(text.replaceAll(FNC1, ''))) {
    return text
  }
  const sealed = { scanned: code.toString('hex') }
  throw new Failure('code-garbled', {}, { sealed })
}

/** Whether `code` could be a person's, whole or cut short, and no noise. */
export function isText(code: Buffer): boolean {
  try {
    return textOf(code) !== ''
  } catch {
    return false
  }
}
