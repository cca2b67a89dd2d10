/**
 * What a code was scanned for, at the place where it is done and at the place
 * where the person is insured (XJ-D01-2019, 6.3.2.2 b to d).
 * @module
 */
import { isDeepStrictEqual } from 'node:util'
import { done, type Outcome, refused } from '../answers.js'
import type { Business, BusinessResult, Decoded } from '../network.js'
import { mayUse } from '../people/authorised.js'
import type { Credential } from '../people/credential.js'
import type { Platform } from '../platform.js'
import { provinceOf } from '../provinces.js'

/**
 * Has the business done that somebody showed a code for, here or where the
 * person is insured, and tells the other places of insurance.
 *
 * 500023 where the place of insurance had other data: they are kept in the
 * place of the old ones, and a new code will be right (6.3.2.2 c). 500054
 * where the person is insured nowhere.
 */
export async function haveBusinessDone(
  platform: Platform,
  { credential, insuOrg, channel }: Decoded,
  businessType: string,
): Promise<Outcome<null>> {
  if (insuOrg === '') return refused(500054)
  const { digits } = platform.province
  const business: Business = {
    ...{ credential, insuOrg, businessType },
    channel: channel.id,
    at: digits,
  }
  const asked =
    provinceOf(insuOrg) === digits
      ? doOwnBusiness(business)
      : await platform.nation.doBusiness(business, platform.trail)
  if (!asked.ok) return asked
  if (asked.value.result === 'changed') {
    platform.credentials.set(credential.idNo, asked.value.credential)
    return refused(500023, 'platforms.changed')
  }
  if (credential.insured.length < 2) return done(null)
  return platform.nation.announceBusiness(business, platform.trail)
}

/**
 * For whom is insured here, the data are the province's own: only the 统筹区
 * may be another since the code was given.
 */
function doOwnBusiness({ credential, insuOrg }: Business) {
  const same = credential.insured.includes(insuOrg)
  return done<BusinessResult>(
    same ? { result: 'done' } : { result: 'changed', credential },
  )
}

/** Does `business` of another province for a person who is insured here. */
export async function doBusiness(
  platform: Platform,
  business: Business,
): Promise<Outcome<BusinessResult>> {
  const { idNo } = business.credential
  const own = platform.credentials.get(idNo)
  if (!own) return refused(500050)
  const ok = sameData(own, business.credential)
  platform.trail.note({ clause: '6.3.2.2 c', rule: 'same-data', ok })
  if (!ok) return done({ result: 'changed', credential: own })
  const channel = mayUse(own, business.channel, platform)
  if (!channel.ok) return channel
  note(platform, business, 'done')
  return done({ result: 'done' })
}

/** Notes a `business` that was done elsewhere. */
export function note(
  platform: Platform,
  { credential, businessType, at: place }: Business,
  kind: 'done' | 'told',
): void {
  const at = platform.clock()
  const { idNo } = credential
  platform.notices.add({ kind, idNo, businessType, place, at })
}

/** Whether both tell the same of the person; authorisations are no data. */
function sameData(own: Credential, passed: Credential): boolean {
  const { authorisations: _, ...data } = own
  const { authorisations: __, ...passedData } = passed
  return isDeepStrictEqual(data, passedData)
}
