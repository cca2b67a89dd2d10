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
  const message = returnCode(code)?.message ?? ''
  const detail = key ? `：${text(key, parameters, 'zh-CN')}` : ''
  return { message: message + detail, success: false, code }
}
