/**
 * OutData as a program of the field reads it.
 * @module
 */
import { isUtf8 } from 'node:buffer'
import { decodeText } from '../charset.js'
import { isObject, type JsonObject, parseObject } from '../envelope/json.js'
import type { Answered, CallerCharset } from './seen.js'

/** The bytes as text of what the caller writes; undefined where they are not. */
export function outText({ ended, asked }: Answered): string | undefined {
  return decodeText(ended.outData, asked.charset)
}

/**
 * The object in OutData, by whichever charset; undefined where it is none.
 * The charset has cases of its own.
 */
export function outObject(seen: Answered): JsonObject | undefined {
  const { outData } = seen.ended
  const text = outText(seen) ?? outData.toString('utf8')
  return parseObject(text)
}

/** `data` of OutData, an object or its JSON; {} where it is neither. */
export function outMembers(seen: Answered): JsonObject {
  const data = outObject(seen)?.data
  const object = typeof data === 'string' ? parseObject(data) : data
  return isObject(object) ? object : {}
}

/** Whether OutData cannot be what a caller of `charset` reads. */
export function isOtherCharset(
  { ended: { outData } }: Answered,
  charset: CallerCharset,
): boolean {
  const ascii = outData.every(byte => byte < 0x80)
  if (ascii) return false
  // Text of GB18030 is valid UTF-8 once in many thousands.
  return isUtf8(outData) !== (charset === 'utf-8')
}
