/**
 * localQrCodeQuery: the address of every transaction with an envelope,
 * whichever it is.
 * @module
 */
import { type Answer, failure } from '../answers.js'
import type { Platform } from '../platform.js'
import { answerCertGet } from './by-card.js'
import { answerEcQuery, answerGain, answerQrCodeGet } from './by-code.js'
import { answerAuthCheck, answerEcAuth } from './by-face.js'
import { openRequest, sealAnswer } from './envelope.js'
import {
  answerMedicalSettleNotify,
  answerSettleNotify,
} from './settle-notify.js'

type Transaction = (
  platform: Platform,
  data: unknown,
) => Answer | Promise<Answer>

/** One row for each transType. */
const transactions = new Map<string, Transaction>([
  ['ec.query', answerEcQuery],
  ['cn.nhsa.qrcode.get', answerQrCodeGet],
  ['cn.nhsa.ec.auth', answerEcAuth],
  ['cn.nhsa.auth.check', answerAuthCheck],
  ['cn.nhsa.cert.get', answerCertGet],
  ['cn.nhsa.settle.notify', answerSettleNotify],
  ['iot.gain.ec.qrcode', answerGain],
  ['iot.medical.settle.notify', answerMedicalSettleNotify],
])

/** What a request to this address may be. */
export const TRANS_TYPES: readonly string[] = [...transactions.keys()]

/** Answers `body`, the parsed JSON of a request. */
export async function answerQuery(
  platform: Platform,
  body: unknown,
): Promise<object> {
  const { limit, clock, trail } = platform
  const opened = openRequest(body, trail)
  if (!opened.ok) return opened.failure
  const { transType, data } = opened.value
  const exceeded = limit.exceeded(String(data.termId), clock())
  if (exceeded !== undefined)
    return failure(-6, 'platforms.rate', { limit: exceeded })
  const transaction = transactions.get(transType)
  const known = TRANS_TYPES.join(', ')
  trail.note({
    ...{ clause: 'table A.2', rule: 'transType', ok: Boolean(transaction) },
    ...{ expected: known, found: transType },
  })
  if (transaction)
    return sealAnswer(opened.value, await transaction(platform, data))
  return failure(-2, 'sandbox.trans-type', { known })
}
