/**
 * Text to bytes and back in the two charsets of the field.
 * @module
 */
import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'

const REPLACEMENT = '\ufffd'

/**
 * The text of `bytes`, or undefined where they are not valid in `charset`.
 * A byte order mark is dropped.
 */
export function decodeText(
  bytes: Buffer,
  charset: 'utf-8' | 'gb18030',
): string | undefined {
  if (charset === 'utf-8') {
    return isUtf8(bytes) ? withoutMark(bytes.toString('utf8')) : undefined
  }
  const text = iconv.decode(bytes, 'gb18030')
  return text.includes(REPLACEMENT) ? undefined : withoutMark(text)
}

/** `text` in `charset`; GB18030 and UTF-8 both hold all of Unicode. */
export function encodeText(text: string, charset: 'utf-8' | 'gb18030'): Buffer {
  return charset === 'utf-8'
    ? Buffer.from(text, 'utf8')
    : iconv.encode(text, 'gb18030')
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}
