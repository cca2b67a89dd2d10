/**
 * An answer as the caller's program reads it: its charset, its buffer.
 * @module
 */

import type { Charset } from '../addon.js'
import { type Answer, failedAnswer } from '../call/answer.js'
import { encodeText } from '../charset.js'
import { Failure } from '../failure.js'
import type { Locale } from '../texts/index.js'

export interface ReplySettings {
  /** The smallest buffer among the callers, the NUL included. */
  maxBytes: number
  /** For callers whose InData is pure ASCII. */
  charset: 'utf-8' | 'gb18030'
  locale: Locale
  /** Whether data is an object or, as in some field builds, escaped text. */
  data: 'object' | 'string'
  /** What NationEcTrans returns: status text or, in one build, OutData. */
  returns: 'status' | 'outdata'
}

export interface Reply {
  code: number
  /** What NationEcTrans returns, without the NUL. */
  returned: Buffer
  /** OutData, without the NUL. */
  outData: Buffer
}

/**
 * Writes `answer` in the charset of the request. One that does not fit
 * becomes answer-too-long: OutData is never cut.
 */
export function writeReply(
  answer: Answer,
  asked: Charset,
  settings: ReplySettings,
): Reply {
  const charset = asked === 'ascii' ? settings.charset : asked
  const outData = encodeText(outDataOf(answer, settings), charset)
  const bytes = outData.length + 1
  const limit = settings.maxBytes
  if (bytes > limit) {
    const failure = new Failure('answer-too-long', { bytes, limit })
    const short = failedAnswer(failure, answer.orgId, settings.locale)
    return writeReply(short, asked, settings)
  }
  const status = answer.code === 0 ? '0000' : String(answer.code)
  const returned =
    settings.returns === 'outdata' ? outData : Buffer.from(status)
  return { code: answer.code, returned, outData }
}

function outDataOf(answer: Answer, settings: ReplySettings): string {
  const { code, message, orgId, data } = answer
  const shown = settings.data === 'string' ? JSON.stringify(data) : data
  return JSON.stringify({ code, message, orgId, data: shown })
}
