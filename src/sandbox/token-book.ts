/**
 * The 鉴权 TOKENs that the sandbox has given. A token is limited in time and
 * not in number (XJ-D01-2019, 2.10), unlike a code.
 * @module
 */
import { forgetBefore } from './forget.js'

/** Long enough to settle after the scan; the standard leaves it open. */
export const TOKEN_LIFE_MS = 1_800_000

interface Entry {
  personId: string
  issuedAt: number
}

export class TokenBook {
  readonly #entries = new Map<string, Entry>()

  /** Makes `token` valid from `now`, in milliseconds, for TOKEN_LIFE_MS. */
  add(token: string, personId: string, now: number): void {
    forgetBefore(this.#entries, now - TOKEN_LIFE_MS)
    this.#entries.set(token, { personId, issuedAt: now })
  }

  /** Whose token it is; undefined when unknown or expired. */
  ownerOf(token: string, now: number): string | undefined {
    const entry = this.#entries.get(token)
    if (!entry || now - entry.issuedAt > TOKEN_LIFE_MS) return undefined
    return entry.personId
  }
}
