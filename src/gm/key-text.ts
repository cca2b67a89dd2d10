/**
 * The bytes of a key that somebody wrote down as text.
 * @module
 */
import { GmError } from './gm-error.js'

/** More than any SM2 key in PEM; what is longer is another file. */
const TEXT_MAX = 16 * 1024

const PEM_BLOCK =
  /-----BEGIN ([A-Z ]+)-----([\sA-Za-z0-9+/=]*)-----END \1-----/g
const HEX = /^(?:[0-9A-Fa-f]{2})+$/
const BASE64 =
  /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/**
 * What `text` says in PEM (RFC 7468: the first block whose label ends with
 * `label`), hex or Base64; blanks and line ends do not count. Throws
 * {@link GmError} with code GM_KEY where it is none of them.
 */
export function keyBytes(
  text: string,
  label: 'PRIVATE KEY' | 'PUBLIC KEY',
): Buffer {
  if (text.length > TEXT_MAX)
    throw new GmError('GM_KEY', 'gm.key.long', { characters: text.length })
  const body = text.includes('-----BEGIN') ? pemBody(text, label) : text
  const dense = body.replace(/\s/g, '')
  if (HEX.test(dense)) return Buffer.from(dense, 'hex')
  if (dense && BASE64.test(dense)) return Buffer.from(dense, 'base64')
  throw new GmError('GM_KEY', 'gm.key.text')
}

function pemBody(text: string, wanted: string): string {
  for (const [, label = '', body = ''] of text.matchAll(PEM_BLOCK)) {
    if (label === 'ENCRYPTED PRIVATE KEY')
      throw new GmError('GM_KEY', 'gm.key.encrypted')
    if (label.endsWith(wanted)) return body
  }
  throw new GmError('GM_KEY', 'gm.key.pem', { label: wanted })
}
