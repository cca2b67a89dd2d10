/**
 * Makes codes for a person to show, good ones and each kind of bad one,
 * without asking whether the person may: a person's way to a code is
 * province/show-code.ts.
 * @module
 */

import { CODE_LIFE_MS } from '../books/code-book.js'
import type { Platform, Random } from '../platform.js'
import { OFFICIAL } from './channels.js'
import { magicCodeOf } from './magic.js'
import { digits, newCode } from './new-code.js'
import { type Person, poolingAreas } from './people.js'

/**
 * medical: good once; used, expired: it was good; unknown: well formed, never
 * issued; payment: what a person shows by mistake; face: the authNo that a
 * recognised face gives.
 */
export const CODE_KINDS = [
  'medical',
  'used',
  'expired',
  'unknown',
  'payment',
  'face',
] as const
export type IssuedKind = (typeof CODE_KINDS)[number]

/** A code of `kind` that `person` could show now, in the first 统筹区. */
export async function issueCode(
  platform: Platform,
  person: Person,
  kind: IssuedKind = 'medical',
): Promise<string> {
  const { codes, authorisations, random, clock } = platform
  if (kind === 'payment') return paymentCode(random)
  const now = clock()
  const [insuOrg = ''] = poolingAreas(person)
  const showing = { idNo: person.idNo, channel: OFFICIAL, insuOrg }
  if (kind === 'face') {
    const authNo = newCode('ano', platform)
    await authorisations.add(authNo, showing, now)
    return authNo
  }
  const magic = kind === 'medical' ? magicCodeOf(person) : undefined
  if (magic) return magic
  const code = newCode('424', platform)
  if (kind === 'unknown') return code
  const age = kind === 'expired' ? CODE_LIFE_MS + 1 : 0
  await codes.add(code, showing, now - age)
  if (kind === 'used') await codes.consume(code, now)
  return code
}

/** WeChat's; 10 is no region, so it is never a citizen's number as well. */
function paymentCode(random: Random): string {
  return `10${digits(16, random)}`
}
