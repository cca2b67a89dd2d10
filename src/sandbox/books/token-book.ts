/**
 * The 鉴权 TOKENs that a platform has given. A token is limited in time and
 * not in number (XJ-D01-2019, 2.10): it is looked at, and never consumed.
 *
 * It has 38 characters, as the newer ones of the field: the region of the
 * platform that gave it, "ec" and 30 more.
 * @module
 */
import { z } from 'zod'
import type { OneTime } from '../../store/one-time.js'
import { Vouchers } from './vouchers.js'

/** Long enough to settle after the scan; the standard leaves it open. */
export const TOKEN_LIFE_MS = 1_800_000

const owner = z.object({
  userName: z.string(),
  idType: z.string(),
  idNo: z.string(),
  insuOrg: z.string(),
})
/** Whom a token vouches for, and where that person is insured. */
export type TokenOwner = z.infer<typeof owner>

export type TokenBook = Vouchers<TokenOwner>

/** The tokens of the platform `of`. */
export function tokenBook(oneTime: OneTime, of: string): TokenBook {
  return new Vouchers(oneTime, of, 'token', owner, TOKEN_LIFE_MS)
}

/** The digits of the province whose platform gave `token`. */
export function issuerOf(token: string): string {
  return token.slice(0, 2)
}
