/**
 * What a call ends with, as tables B.2 and B.4 shape it.
 * @module
 */
import type { Failure } from '../failure.js'
import type { Locale } from '../texts/index.js'
import type { JsonObject } from './in-data.js'

/** OutData before it is written in somebody's charset. */
export interface Answer {
  /** 0 or a code of table C.4; always a number, as callers compare it. */
  code: number
  /** For the person at the window. */
  message: string
  orgId: string
  /** Every field that the platform sent; {} where there is none. */
  data: JsonObject
}

/** The answer for a call that failed. */
export function failedAnswer(
  failure: Failure,
  orgId: string,
  locale: Locale,
): Answer {
  const message = failure.sentence(locale)
  return { code: failure.code, message, orgId, data: {} }
}
