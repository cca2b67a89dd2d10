/**
 * Who asks: what a terminal fills in of every request.
 * @module
 */
import { z } from 'zod'
import { type Outcome, refused } from '../answers.js'
import { check, required } from '../check.js'
import type { Trail } from '../trail.js'

/** 终端备案号, XJ-D01-2019, 2.8. */
const FILING_NUMBER = /^\d{20}$/

/** The terminal itself, and who works at it. */
export const terminal = z.object({
  termId: required,
  termIp: required,
  operatorId: required,
  operatorName: required,
})

/** The fields that table B.3 marks as 必填; A.4 wants the office as well. */
export const asking = terminal.extend({
  orgId: required,
  businessType: required,
})

/**
 * `data` of a request as `schema` has it; -2 where a field is missing, -4
 * where the terminal is not registered.
 */
export function checkAsking<Asked extends { termId: string }>(
  schema: z.ZodType<Asked>,
  data: unknown,
  trail: Trail,
): Outcome<Asked> {
  const checked = check(schema, data, trail, 'data.', 'table B.3')
  if (!checked.ok) return checked
  const { termId: found } = checked.value
  const ok = FILING_NUMBER.test(found)
  trail.note({ clause: '2.8', rule: 'termId', ok, found })
  return ok ? checked : refused(-4, 'sandbox.term-id')
}
