/**
 * A terminal is told of a settlement that was not paid on it:
 * cn.nhsa.settle.notify, and iot.medical.settle.notify of the Alipay boxes.
 * The same notice has the same answer, however often it comes.
 * @module
 */
import { z } from 'zod'
import { type Answer, failure, success } from '../answers.js'
import { required } from '../check.js'
import type { Platform } from '../platform.js'
import type { Trail } from '../trail.js'
import { checkAsking, terminal } from './asking.js'

const settlement = terminal.extend({
  outBizNo: required,
  medicalSettleState: z.enum(['SUCCESS', 'FAIL']),
  totalFee: required,
})

const settleNotice = settlement
  .extend({ orgId: required, medicalSettleNo: z.string().optional() })
  .refine(
    ({ medicalSettleState, medicalSettleNo }) =>
      medicalSettleState === 'FAIL' || medicalSettleNo,
    { path: ['medicalSettleNo'] },
  )

/** cn.nhsa.settle.notify. */
export function answerSettleNotify({ trail }: Platform, data: unknown): Answer {
  return acknowledge(settleNotice, data, trail)
}

const medicalSettleNotice = settlement.extend({ bizType: required })

/** iot.medical.settle.notify. */
export function answerMedicalSettleNotify(
  { trail }: Platform,
  data: unknown,
): Answer {
  return acknowledge(medicalSettleNotice, data, trail)
}

function acknowledge(
  schema: z.ZodType<z.infer<typeof settlement>>,
  data: unknown,
  trail: Trail,
): Answer {
  const checked = checkAsking(schema, data, trail)
  if (!checked.ok) return checked.failure
  const field = wrongAmount(data as object)
  if (field) return failure(-2, 'sandbox.amount', { field: `data.${field}` })
  const { outBizNo } = checked.value
  return success({ outBizNo, extData: null })
}

/** Every amount of the field is called so: totalFee, ownAmt, balance. */
const IS_AMOUNT = /(Fee|Amt|^balance)$/
/** Yuan and, behind the point, up to two digits of fen. */
export const AMOUNT = /^\d{1,13}(\.\d{1,2})?$/

/** The name of an amount that is there and not right; a number never is. */
function wrongAmount(data: object): string | undefined {
  const wrong = Object.entries(data).find(
    ([name, value]) =>
      IS_AMOUNT.test(name) &&
      value !== null &&
      value !== '' &&
      !(typeof value === 'string' && AMOUNT.test(value)),
  )
  return wrong?.[0]
}
