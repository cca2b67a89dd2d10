/**
 * The envelope around every business request and answer, XJ-D01-2019, tables
 * A.2 and A.3. Signatures and encryption belong here and nowhere else; so far
 * a request is read as it came.
 * @module
 */
import { z } from 'zod'
import type { Answer } from './answers.js'
import { type Checked, check, required } from './check.js'

const envelope = z.object({
  orgId: required,
  transType: required,
  data: z.record(z.string(), z.unknown()),
})

/** A request out of its envelope. */
export type BusinessRequest = z.infer<typeof envelope>

/** Opens `body`, the parsed JSON of a request; -2 where a part is missing. */
export function openRequest(body: unknown): Checked<BusinessRequest> {
  return check(envelope, body)
}

/** The body that brings `answer` to the institution that asked. */
export function sealAnswer(request: BusinessRequest, answer: Answer): object {
  if (!answer.success) return answer
  const { data, ...state } = answer
  return { ...state, orgId: request.orgId, data }
}
