/**
 * The codes that a platform gives, and what recognised faces give: both are
 * good once (XJ-D01-2019, 4.11).
 * @module
 */
import { z } from 'zod'
import type { OneTime } from '../../store/one-time.js'
import { Vouchers } from './vouchers.js'

/** A picture is renewed about once a minute. */
export const CODE_LIFE_MS = 60_000

/** A face's authorisation is used seconds later; no source says how long. */
export const AUTHORISATION_LIFE_MS = 300_000

const showing = z.object({
  /** Whose code it is. */
  idNo: z.string(),
  /** Through which channel it was shown. */
  channel: z.string(),
  /** The 统筹区 that the person chose, six digits. */
  insuOrg: z.string(),
})
/** What a platform knows of a code that it gave. */
export type Showing = z.infer<typeof showing>

export type CodeBook = Vouchers<Showing>

/** The codes of the platform `owner`. */
export function codeBook(oneTime: OneTime, owner: string): CodeBook {
  return new Vouchers(oneTime, owner, 'code', showing, CODE_LIFE_MS)
}

/** What recognised faces have given there, authNo. */
export function authorisationBook(oneTime: OneTime, owner: string): CodeBook {
  return new Vouchers(oneTime, owner, 'face', showing, AUTHORISATION_LIFE_MS)
}
