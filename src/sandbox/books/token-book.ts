/**
 * The 鉴权 TOKENs that a platform has given. A token is limited in time and
 * not in number (XJ-D01-2019, 2.10), unlike a code.
 *
 * It has 38 characters, as the newer ones of the field: the region of the
 * platform that gave it, "ec" and 30 more.
 * @module
 */
import { z } from 'zod'
import { digestOf } from './digest.js'
import type { Book, State } from './state.js'

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

const entry = z.object({ owner, issuedAt: z.number() })

export class TokenBook {
  readonly #entries: Book<z.infer<typeof entry>>

  /** The book of the platform `of`. */
  constructor(state: State, of: string) {
    this.#entries = state.book(of, 'tokens', entry)
  }

  /** Makes `token` valid from `now`, in milliseconds, for TOKEN_LIFE_MS. */
  add(token: string, owner: TokenOwner, now: number): void {
    const dies = now + TOKEN_LIFE_MS
    this.#entries.set(digestOf(token), { owner, issuedAt: now }, dies)
  }

  /** Whose token it is; undefined when unknown or expired. */
  ownerOf(token: string, now: number): TokenOwner | undefined {
    const entry = this.#entries.get(digestOf(token))
    if (!entry || now - entry.issuedAt > TOKEN_LIFE_MS) return undefined
    return entry.owner
  }
}

/** The digits of the province whose platform gave `token`. */
export function issuerOf(token: string): string {
  return token.slice(0, 2)
}
