/**
 * Codes that nobody has had before.
 * @module
 */
import {
  composeMedicalCode,
  type MedicalCodePrefix,
} from '../../codes/medical-code.js'
import type { Platform, Random } from '../platform.js'

/** More bytes than n digits need, so that every digit is as likely. */
const SPARE_BYTES = 8

/** A code of the province whose platform gives it. */
export function newCode(
  prefix: MedicalCodePrefix,
  { province, random }: Pick<Platform, 'province' | 'random'>,
): string {
  return composeMedicalCode({
    prefix,
    unique: digits(17, random),
    random: digits(2, random),
    province: province.digits,
  })
}

/** `count` digits by chance. */
export function digits(count: number, random: Random): string {
  const number = BigInt(`0x${random(count + SPARE_BYTES).toString('hex')}`)
  return String(number % 10n ** BigInt(count)).padStart(count, '0')
}
