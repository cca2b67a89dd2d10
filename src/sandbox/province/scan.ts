/**
 * What a province does with a code that was scanned in it (XJ-D01-2019, 6.3
 * to 6.5): whichever province gave it, and wherever the person is insured.
 * @module
 */
import { classify } from '../../codes/classify.js'
import { parseMedicalCode } from '../../codes/medical-code.js'
import { type Outcome, refused } from '../answers.js'
import type { Decoded } from '../network.js'
import { whoShowsMagic } from '../people/magic.js'
import type { Platform } from '../platform.js'
import { haveBusinessDone } from './business.js'
import { decode } from './decode.js'
import { recogniseNumber } from './recognise-number.js'

/**
 * Who showed `code`, once the business of `businessType` was done that it was
 * shown for. 500159 where it is none of 医保's.
 */
export async function scan(
  platform: Platform,
  code: string,
  businessType: string,
): Promise<Outcome<Decoded>> {
  const found = classify(code)
  const ok = found === 'medical'
  platform.trail.note({ clause: '2.2', rule: 'kind', ok, found })
  if (!ok) return refused(500159)
  const magic = whoShowsMagic(code)
  if (magic) return recogniseNumber(platform, magic.idNo)
  const decoded = await decodeWhereGiven(platform, code)
  if (!decoded.ok) return decoded
  const business = await haveBusinessDone(platform, decoded.value, businessType)
  return business.ok ? decoded : business
}

/** Only who gave a code can decode it (4.9). */
function decodeWhereGiven(
  platform: Platform,
  code: string,
): Promise<Outcome<Decoded>> {
  const province = parseMedicalCode(code)?.province ?? ''
  if (province === platform.province.digits) return decode(platform, code)
  return platform.nation.decodeCode({ province, code }, platform.trail)
}
