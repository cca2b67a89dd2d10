/**
 * Whether somebody's credential can be used through a channel.
 * @module
 */
import { done, type Outcome, refused } from '../answers.js'
import type { Platform } from '../platform.js'
import type { Channel } from './channels.js'
import type { Credential } from './credential.js'

/** What the nation has as well as a province. */
type Judge = Pick<Platform, 'channels' | 'trail'>

/**
 * The channel `id`, where it is open: 500012 where there is none, 500013
 * where it was not approved, 500007 where it is suspended.
 */
export function openChannel(
  id: string,
  { channels, trail }: Judge,
): Outcome<Channel> {
  const channel = channels.get(id)
  trail.note({
    ...{ clause: '4.3', rule: 'channel', ok: channel?.state === 'approved' },
    ...{ expected: 'approved', found: `${id}, ${channel?.state ?? 'unknown'}` },
  })
  switch (channel?.state) {
    case undefined:
      return refused(500012, 'platforms.channels', {
        channels: channels
          .all()
          .map(({ id }) => id)
          .join(', '),
      })
    case 'applied':
    case 'refused':
      return refused(500013)
    case 'suspended':
      return refused(500007)
    case 'approved':
      return done(channel)
  }
}

/**
 * The channel `id`, where it is open, `credential` was activated (else
 * 500001), and its person has authorised the channel (else 500003), which an
 * official one does not need (XJ-D01-2019, 4.5, 4.6).
 */
export function mayUse(
  credential: Credential,
  id: string,
  judge: Judge,
): Outcome<Channel> {
  const open = openChannel(id, judge)
  if (!open.ok) return open
  const { active, authorisations } = credential
  judge.trail.note({ clause: '4.2', rule: 'active', ok: active })
  if (!active) return refused(500001, 'platforms.not-active')
  const { official } = open.value
  const ok = official || authorisations[id] !== undefined
  const clause = official ? '4.5' : '4.6'
  judge.trail.note({ clause, rule: 'authorised', ok, found: id })
  return ok ? open : refused(500003)
}
