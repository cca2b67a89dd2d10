/**
 * A code becomes a person and a token, in the province that gave it
 * (XJ-D01-2019, 4.9, 6.3.2.2 a, 6.4.2.2 a).
 * @module
 */
import { done, type Outcome, refused } from '../answers.js'
import type { Showing } from '../books/code-book.js'
import type { Found } from '../books/vouchers.js'
import { recognise } from '../counter/introduce.js'
import type { Decoded } from '../network.js'
import { mayUse } from '../people/authorised.js'
import type { Platform } from '../platform.js'
import type { Trail } from '../trail.js'
import { findCredential } from './find-credential.js'

/**
 * Uses `code` up, whatever comes of it after that. 501001 where it was used
 * before, 500005 where it has expired, 500049 where `platform` never gave it;
 * else what {@link mayUse} says.
 */
export async function decode(
  platform: Platform,
  code: string,
): Promise<Outcome<Decoded>> {
  const used = await platform.codes.consume(code, platform.clock())
  noteVerdict(used.verdict, platform.trail)
  switch (used.verdict) {
    case 'replayed':
      return refused(501001)
    case 'expired':
      return refused(500005)
    case 'unknown':
      return refused(500049)
    case 'ok':
      return whoShowed(platform, used.meaning)
  }
}

/** 4.9: only who gave a code knows it; 4.11: it is good once, for a time. */
function noteVerdict(verdict: Found<Showing>['verdict'], trail: Trail): void {
  const known = verdict !== 'unknown'
  trail.note({ clause: '4.9', rule: 'given', ok: known })
  if (!known) return
  const unused = verdict !== 'replayed'
  trail.note({ clause: '4.11', rule: 'unused', ok: unused })
  if (!unused) return
  const young = verdict !== 'expired'
  trail.note({ clause: '4.11', rule: 'in-time', ok: young })
}

async function whoShowed(
  platform: Platform,
  { idNo, channel: id, insuOrg }: Showing,
): Promise<Outcome<Decoded>> {
  const found = await findCredential(platform, idNo)
  if (!found.ok) return found
  const channel = mayUse(found.value, id, platform)
  if (!channel.ok) return channel
  const recognised = await recognise(platform, found.value, insuOrg)
  return done({ ...recognised, channel: channel.value })
}
