/**
 * Whether a token is good and of this person, asked where it was given
 * (XJ-D01-2019, 6.4.2.2 c, 6.5.2.2 c).
 * @module
 */
import { done, type Outcome } from '../answers.js'
import { issuerOf, type TokenOwner } from '../books/token-book.js'
import type { TokenClaim } from '../network.js'
import type { Platform } from '../platform.js'

/** Whose token it is, where the claim is right; else null. */
export async function checkToken(
  platform: Platform,
  claim: TokenClaim,
): Promise<Outcome<TokenOwner | null>> {
  if (issuerOf(claim.ecToken) === platform.province.digits)
    return done(await checkOwnToken(platform, claim))
  return platform.nation.checkToken(claim, platform.trail)
}

/** The same for a token that `platform` would have given itself. */
export async function checkOwnToken(
  { tokens, clock, trail }: Platform,
  { ecToken, userName, idType, idNo }: TokenClaim,
): Promise<TokenOwner | null> {
  const found = await tokens.look(ecToken, clock())
  const owner = found.verdict === 'ok' ? found.meaning : undefined
  const right =
    owner?.userName === userName &&
    owner.idType === idType &&
    owner.idNo === idNo
  const good = owner !== undefined
  trail.note({ clause: '2.10', rule: 'token', ok: good })
  if (good) trail.note({ clause: 'table A.6', rule: 'token-person', ok: right })
  return right ? owner : null
}
