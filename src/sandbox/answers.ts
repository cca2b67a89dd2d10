/**
 * The answers of a platform, in the field's shapes.
 * @module
 */
import { englishMeaning } from '../dictionary/return-code-meanings.js'
import { returnCode } from '../dictionary/return-codes.js'
import {
  type Locale,
  type TextKey,
  type TextParameters,
  text,
} from '../texts/index.js'

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
export type Outcome<Value> = { ok: true; value: Value } | Refusal

/** A refusal, whose `detail` can still be told in any language. */
export interface Refusal {
  ok: false
  failure: Failure
  detail?: Detail | undefined
}

interface Detail {
  key: TextKey
  parameters?: TextParameters | undefined
}

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
): Refusal {
  const detail = key && { key, parameters }
  return { ok: false, failure: failure(code, key, parameters), detail }
}

/**
 * The failure of `refusal` for who directs the sandbox: in English where that
 * is `locale`, else in the platform's own words.
 */
export function failureIn(
  { failure, detail }: Refusal,
  locale: Locale | undefined,
): Failure {
  if (locale !== 'en') return failure
  const { code } = failure
  const sentence = detail && text(detail.key, detail.parameters, locale)
  const message = sentence ?? englishMeaning(code) ?? failure.message
  return { ...failure, message }
}
