/**
 * Somebody whose number is known, from a card or because a face was
 * recognised, becomes a person with a token.
 * @module
 */
import { done, type Outcome, refused } from '../answers.js'
import { recognise } from '../counter/introduce.js'
import type { Decoded } from '../network.js'
import { mayUse } from '../people/authorised.js'
import { OFFICIAL } from '../people/channels.js'
import { findByIdNo } from '../people/people.js'
import type { Platform } from '../platform.js'
import { findCredential } from './find-credential.js'

/**
 * The person with this number, as if shown through the official application.
 * Who stands for an entry of table C.4 is refused with it.
 */
export async function recogniseNumber(
  platform: Platform,
  idNo: string,
): Promise<Outcome<Decoded>> {
  const { answers } = findByIdNo(idNo) ?? {}
  if (answers !== undefined) return refused(answers)
  const found = await findCredential(platform, idNo)
  if (!found.ok) return found
  const channel = mayUse(found.value, OFFICIAL, platform)
  if (!channel.ok) return channel
  const recognised = await recognise(platform, found.value)
  return done({ ...recognised, channel: channel.value })
}
