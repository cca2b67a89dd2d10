/**
 * Makes codes for a person to show, good ones and each kind of bad one.
 * @module
 */
import {
  composeMedicalCode,
  type MedicalCodePrefix,
} from '../codes/medical-code.js'
import { CODE_LIFE_MS } from './code-book.js'
import type { Person } from './people.js'
import type { Platform, Random } from './platform.js'

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

/** More bytes than n digits need, so that every digit is as likely. */
const SPARE_BYTES = 8

/** A code of `kind` that `person` could show now. */
export function issueCode(
  platform: Platform,
  person: Person,
  kind: IssuedKind = 'medical',
): string {
  if (kind === 'payment') return paymentCode(platform.random)
  const now = platform.clock()
  if (kind === 'face') {
    const authNo = medicalCode('ano', person, platform.random)
    platform.authorisations.add(authNo, person.id, now)
    return authNo
  }
  const code = medicalCode('424', person, platform.random)
  if (kind === 'unknown') return code
  const age = kind === 'expired' ? CODE_LIFE_MS + 1 : 0
  platform.codes.add(code, person.id, now - age)
  if (kind === 'used') platform.codes.consume(code, now)
  return code
}

function medicalCode(
  prefix: MedicalCodePrefix,
  { insuOrg }: Person,
  random: Random,
): string {
  return composeMedicalCode({
    prefix,
    unique: digits(17, random),
    random: digits(2, random),
    province: insuOrg.slice(0, 2),
  })
}

/** WeChat's; 10 is no region, so it is never a citizen's number as well. */
function paymentCode(random: Random): string {
  return `10${digits(16, random)}`
}

function digits(count: number, random: Random): string {
  const number = BigInt(`0x${random(count + SPARE_BYTES).toString('hex')}`)
  return String(number % 10n ** BigInt(count)).padStart(count, '0')
}
