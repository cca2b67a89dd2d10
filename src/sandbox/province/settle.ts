/**
 * A settlement at a counter (XJ-D01-2019, 6.4 and 6.5): the token is checked,
 * and whoever insures the person says what is paid.
 * @module
 */
import { z } from 'zod'
import {
  type Answer,
  done,
  type Outcome,
  refused,
  success,
} from '../answers.js'
import { check, required } from '../check.js'
import { tokenClaim } from '../counter/local-ec-token-check.js'
import { AMOUNT } from '../counter/settle-notify.js'
import type { Platform } from '../platform.js'
import { provinceOf } from '../provinces.js'
import { type Payment, type Settlement, shares } from '../settle.js'
import { checkToken } from './check-token.js'

/** The request of a counter to the 医保信息系统 of its province. */
const request = tokenClaim.extend({
  orgId: required,
  feeSumamt: z.string().regex(AMOUNT),
})

/** Answers `body`; 501001 where the token is not good. */
export async function answerSettle(
  platform: Platform,
  body: unknown,
): Promise<Answer> {
  const checked = check(request, body, platform.trail)
  if (!checked.ok) return checked.failure
  const { orgId, feeSumamt, ...claim } = checked.value
  const owner = await checkToken(platform, claim)
  if (!owner.ok) return owner.failure
  if (!owner.value) return refused(501001).failure
  const { digits: at } = platform.province
  const settlement = { owner: owner.value, orgId, feeSumamt, at }
  const paid =
    provinceOf(owner.value.insuOrg) === at
      ? settle(platform, settlement)
      : await platform.nation.settle(settlement, platform.trail)
  return paid.ok ? success(paid.value) : paid.failure
}

/** Settles for a person who is insured here. */
export function settle(
  platform: Platform,
  { owner, feeSumamt, at }: Settlement,
): Outcome<Payment> {
  const { digits, region } = platform.province
  const where = at === digits ? 'local' : 'remote'
  const setlId = `${region}${platform.random(12).toString('hex')}`
  const { insuOrg } = owner
  return done({ setlId, ...shares(feeSumamt, where), insuOrg })
}
