/**
 * localEcTokenCheck: whether a token is valid and belongs to this person,
 * XJ-D01-2019, A.1.7. The request has no envelope in the field.
 * @module
 */
import { z } from 'zod'
import { CHECK_FAILED, CHECK_PASSED } from '../../dictionary/check-results.js'
import { type Answer, success } from '../answers.js'
import { check, required } from '../check.js'
import type { Platform } from '../platform.js'
import { checkToken } from '../province/check-token.js'

/** Table A.6. */
export const tokenClaim = z.object({
  ecToken: required,
  idType: required,
  idNo: required,
  userName: required,
})

/**
 * Answers `body`, the parsed JSON of a request, with table A.7. A check that
 * fails tells nothing but what was sent.
 */
export async function answerTokenCheck(
  platform: Platform,
  body: unknown,
): Promise<Answer> {
  const checked = check(tokenClaim, body, platform.trail, '', 'table A.6')
  if (!checked.ok) return checked.failure
  const owner = await checkToken(platform, checked.value)
  if (!owner.ok) return owner.failure
  const { ecToken: _, ...claim } = checked.value
  if (!owner.value) return success({ flag: CHECK_FAILED, ...claim })
  const { insuOrg } = owner.value
  return success({ flag: CHECK_PASSED, ...claim, insuOrg })
}
