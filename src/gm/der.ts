/**
 * DER (ITU-T X.690, clause 10): as much as keys, signatures and ciphertexts of
 * SM2 need, and strictly, so that one value has one form only.
 * @module
 */
import { GmError } from './gm-error.js'

export const TAG = {
  INTEGER: 0x02,
  BIT_STRING: 0x03,
  OCTET_STRING: 0x04,
  OID: 0x06,
  SEQUENCE: 0x30,
} as const

/** A length above this is written as a count of bytes and then the bytes. */
const SHORT_LENGTH_MAX = 0x7f
/** Four bytes count to 4 GB; a Buffer is not longer. */
const LENGTH_BYTES_MAX = 4

export interface DerValue {
  tag: number
  /** A view of the bytes that were read. */
  content: Buffer
}

/**
 * The members of the SEQUENCE that fills `bytes`. Throws {@link GmError} with
 * code GM_DER where it is cut, has something after it or is not DER.
 */
export function readSequence(bytes: Buffer): DerValue[] {
  const [outer, ...more] = readAll(bytes)
  if (outer?.tag !== TAG.SEQUENCE || more.length > 0)
    throw new GmError('GM_DER', 'gm.der.sequence')
  return readAll(outer.content)
}

/** The content of `value`; throws GM_DER where its tag is another. */
export function contentOf(value: DerValue | undefined, tag: number): Buffer {
  if (value?.tag === tag) return value.content
  throw new GmError('GM_DER', 'gm.der.tag', {
    expected: hex(tag),
    found: value ? hex(value.tag) : '-',
  })
}

/**
 * A positive INTEGER in exactly `bytes` bytes. Throws GM_DER where it is
 * negative, longer, or has needless zeros in front.
 */
export function unsignedOf(value: DerValue | undefined, bytes: number): Buffer {
  const content = contentOf(value, TAG.INTEGER)
  const [first, second = 0] = content
  const padded = first === 0 && content.length > 1
  const digits = padded ? content.subarray(1) : content
  const needless = padded && second < 0x80
  if (first === undefined || first >= 0x80 || needless || digits.length > bytes)
    throw new GmError('GM_DER', 'gm.der.integer')
  return Buffer.concat([Buffer.alloc(bytes - digits.length), digits])
}

/** `content` with its tag and length. */
export function writeDer(tag: number, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content)
  return Buffer.concat([Buffer.of(tag), lengthField(body.length), body])
}

/** INTEGER of big-endian digits. */
export function writeUnsigned(digits: Buffer): Buffer {
  const start = digits.findIndex(digit => digit !== 0)
  const short = start < 0 ? Buffer.of(0) : digits.subarray(start)
  const sign = Buffer.alloc((short[0] ?? 0) >= 0x80 ? 1 : 0)
  return writeDer(TAG.INTEGER, sign, short)
}

function readAll(bytes: Buffer): DerValue[] {
  const values: DerValue[] = []
  let at = 0
  while (at < bytes.length) {
    const tag = bytes[at] ?? 0
    const { length, start } = readLength(bytes, at + 1)
    at = start + length
    if (at > bytes.length) throw new GmError('GM_DER', 'gm.der.cut')
    values.push({ tag, content: bytes.subarray(start, at) })
  }
  return values
}

function readLength(bytes: Buffer, at: number) {
  const first = bytes[at]
  if (first === undefined) throw new GmError('GM_DER', 'gm.der.cut')
  if (first <= SHORT_LENGTH_MAX) return { length: first, start: at + 1 }
  const count = first - SHORT_LENGTH_MAX - 1
  const start = at + 1 + count
  if (start > bytes.length) throw new GmError('GM_DER', 'gm.der.cut')
  if (count === 0 || count > LENGTH_BYTES_MAX)
    throw new GmError('GM_DER', 'gm.der.length')
  const length = bytes.readUIntBE(at + 1, count)
  if (!bytes.subarray(at, start).equals(lengthField(length)))
    throw new GmError('GM_DER', 'gm.der.length')
  return { length, start }
}

function lengthField(length: number): Buffer {
  if (length <= SHORT_LENGTH_MAX) return Buffer.of(length)
  const digits = Buffer.alloc(LENGTH_BYTES_MAX)
  digits.writeUInt32BE(length)
  const short = digits.subarray(digits.findIndex(digit => digit !== 0))
  return Buffer.of(SHORT_LENGTH_MAX + 1 + short.length, ...short)
}

function hex(tag: number): string {
  return tag.toString(16).padStart(2, '0')
}
