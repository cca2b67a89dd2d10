/**
 * A person lets a third party's channel use the credential, or no longer
 * (XJ-D01-2019, 4.6, 4.7, 6.1.4).
 * @module
 */
import { done, type Outcome, refused } from '../answers.js'
import { openChannel } from '../people/authorised.js'
import type { Nation } from './nation.js'
import { isOf } from './password.js'
import { publish } from './publish.js'

/** Of 个人渠道授权码: 32 hex characters; the standard leaves it open. */
const AUTHORISATION_BYTES = 16

/** Who, which channel, and where the business is done, two digits. */
export interface AuthoriseRequest {
  idNo: string
  channel: string
  place: string
  /** Checked where it comes: provinces decide where it is asked for (4.2). */
  password?: string | undefined
}

/**
 * Authorises the channel. Refuses as {@link openChannel} does; 500001 for
 * whom nothing was activated, 500009 where it is authorised or, being
 * official, need not be; 500042 and 500004 for a password never set or wrong.
 */
export async function authorise(
  nation: Nation,
  { idNo, channel: id, place, password }: AuthoriseRequest,
): Promise<Outcome<{ authorisation: string }>> {
  const channel = openChannel(id, nation)
  if (!channel.ok) return channel
  const credential = nation.credentials.get(idNo)
  if (!credential?.active) return refused(500001, 'platforms.not-active')
  const kept = nation.passwords.get(idNo)
  if (password !== undefined) {
    if (kept === undefined) return refused(500042)
    if (!isOf(password, kept)) return refused(500004)
  }
  const { authorisations } = credential
  if (channel.value.official || authorisations[id]) return refused(500009)
  const authorisation = authorisationCode(nation)
  const granted = { ...authorisations, [id]: authorisation }
  await publish(nation, { ...credential, authorisations: granted }, place)
  return done({ authorisation })
}

/** Takes the authorisation back; 500006 where there is none. */
export async function revoke(
  nation: Nation,
  { idNo, channel: id, place }: AuthoriseRequest,
): Promise<Outcome<null>> {
  const credential = nation.credentials.get(idNo)
  if (!credential?.authorisations[id]) return refused(500006)
  const { [id]: _, ...authorisations } = credential.authorisations
  await publish(nation, { ...credential, authorisations }, place)
  return done(null)
}

/** A new 个人渠道授权码. */
export function authorisationCode({ random }: Nation): string {
  return random(AUTHORISATION_BYTES).toString('hex')
}
