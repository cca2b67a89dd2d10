/**
 * A code for somebody to show, given by the province where it will be used
 * (XJ-D01-2019, 6.2).
 * @module
 */
import { done, type Outcome, refused } from '../answers.js'
import { CODE_LIFE_MS } from '../books/code-book.js'
import { mayUse, openChannel } from '../people/authorised.js'
import { newCode } from '../people/new-code.js'
import type { Platform } from '../platform.js'
import { findCredential } from './find-credential.js'

/** Who wants to show a code, through which channel. */
export interface ShowRequest {
  idNo: string
  /** The channel's id. */
  channel: string
  /** The 统筹区 that the person has chosen, of several. */
  insuOrg?: string | undefined
}

/** A code, or the 统筹区 that the person is to choose from (6.2.2.2 c 2). */
export type ShowReply =
  | { code: string; insuOrg: string; expiresAt: number }
  | { choose: string[] }

/**
 * Gives a code. Refuses as {@link mayUse} does; 500054 where the person is
 * insured nowhere, -2 where the 统筹区 is none of the person's.
 */
export async function showCode(
  platform: Platform,
  { idNo, channel: id, insuOrg: chosen }: ShowRequest,
): Promise<Outcome<ShowReply>> {
  const open = openChannel(id, platform)
  if (!open.ok) return open
  const found = await findCredential(platform, idNo)
  if (!found.ok) return found
  const allowed = mayUse(found.value, id, platform)
  if (!allowed.ok) return allowed
  const { insured } = found.value
  const [only, ...others] = insured
  if (only === undefined) return refused(500054)
  if (chosen === undefined && others.length > 0)
    return done({ choose: insured })
  const insuOrg = chosen ?? only
  if (!insured.includes(insuOrg))
    return refused(-2, 'platforms.area', { areas: insured.join(', ') })
  const now = platform.clock()
  const code = newCode('424', platform)
  await platform.codes.add(code, { idNo, channel: id, insuOrg }, now)
  return done({ code, insuOrg, expiresAt: now + CODE_LIFE_MS })
}
