/**
 * localEcTokenCheck: whether a token is valid and belongs to this person,
 * XJ-D01-2019, A.1.7. The request has no envelope in the field.
 * @module
 */
import { z } from 'zod'
import { CHECK_FAILED, CHECK_PASSED } from '../dictionary/check-results.js'
import { ID_CARD } from '../dictionary/id-types.js'
import { type Answer, success } from './answers.js'
import { check, required } from './check.js'
import { findPerson, type Person } from './people.js'
import type { Platform } from './platform.js'

/** Table A.6. */
const tokenCheck = z.object({
  ecToken: required,
  idType: required,
  idNo: required,
  userName: required,
})
type TokenCheck = z.infer<typeof tokenCheck>

/**
 * Answers `body`, the parsed JSON of a request, with table A.7. A check that
 * fails tells nothing but what was sent.
 */
export function answerTokenCheck(platform: Platform, body: unknown): Answer {
  const checked = check(tokenCheck, body)
  if (!checked.ok) return checked.failure
  const { ecToken, ...claim } = checked.value
  const ownerId = platform.tokens.ownerOf(ecToken, platform.clock())
  const owner = ownerId === undefined ? undefined : findPerson(ownerId)
  if (!owner || !matches(owner, claim))
    return success({ flag: CHECK_FAILED, ...claim })
  return success({ flag: CHECK_PASSED, ...claim, insuOrg: owner.insuOrg })
}

function matches(owner: Person, claim: Omit<TokenCheck, 'ecToken'>): boolean {
  return (
    claim.idType === ID_CARD &&
    claim.idNo === owner.idNo &&
    claim.userName === owner.userName
  )
}
