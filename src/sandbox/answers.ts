/**
 * The answers of a platform, in the field's shapes.
 * @module
 */
import { returnCode } from '../dictionary/return-codes.js'
import { type TextKey, type TextParameters, text } from '../texts/index.js'

/** `code` is the number 0. */
export interface Success {
  code: 0
  type: 'success'
  success: true
  message: string
  data: object
}

/** `code` is a number of table C.4, or of the field. */
export interface Failure {
  message: string
  success: false
  code: number
}

export type Answer = Success | Failure

/** What somebody was asked for, or the answer that refuses it. */
export type Outcome<Value> =
  | { ok: true; value: Value }
  | { ok: false; failure: Failure }

/** The answer that carries `data`. */
export function success(data: object): Success {
  return { code: 0, type: 'success', success: true, message: '成功', data }
}

/**
 * The answer with the table's message for `code` and, behind a colon, the
 * sentence of `key`. Platforms speak Chinese, whatever the system does.
 */
export function failure(
  code: number,
  key?: TextKey,
  parameters?: TextParameters,
): Failure {
  return failureSaying(code, key ? text(key, parameters, 'zh-CN') : '')
}

/** The same with a Chinese sentence that somebody else has made. */
export function failureSaying(code: number, sentence: string): Failure {
  const message = returnCode(code)?.message ?? ''
  const detail = sentence && `：${sentence}`
  return { message: message + detail, success: false, code }
}

/** The outcome with `value`. */
export function done<Value>(value: Value): Outcome<Value> {
  return { ok: true, value }
}

/** The outcome that {@link failure} refuses. */
export function refused(
  code: number,
  key?: TextKey,
  parameters?: TextParameters,
): { ok: false; failure: Failure } {
  return { ok: false, failure: failure(code, key, parameters) }
}
