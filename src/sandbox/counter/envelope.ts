/**
 * What surrounds the data of every business request and answer, XJ-D01-2019,
 * tables A.2 and A.3. Signatures have been seen to by then (in-kind.ts).
 * @module
 */
import { z } from 'zod'
import type { Answer, Outcome } from '../answers.js'
import { check, required } from '../check.js'
import type { Trail } from '../trail.js'

/** The field's programs name no institution in it. */
const OF_NO_INSTITUTION = 'iot.medical.settle.notify'

const envelope = z
  .object({
    orgId: z.string().default(''),
    transType: required,
    data: z.record(z.string(), z.unknown()),
  })
  .refine(
    ({ orgId, transType }) =>
      orgId.trim() !== '' || transType === OF_NO_INSTITUTION,
    { path: ['orgId'] },
  )

/** A request out of its envelope. */
export type BusinessRequest = z.infer<typeof envelope>

/** Opens `body`, the parsed JSON of a request; -2 where a part is missing. */
export function openRequest(
  body: unknown,
  trail: Trail,
): Outcome<BusinessRequest> {
  return check(envelope, body, trail)
}

/** The body that brings `answer` to the institution that asked. */
export function sealAnswer(request: BusinessRequest, answer: Answer): object {
  if (!answer.success) return answer
  const { data, ...state } = answer
  return { ...state, orgId: request.orgId, data }
}
