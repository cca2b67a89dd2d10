/**
 * The management centre's channels (电子凭证管理中心, XJ-D01-2019, 5.2.1): a
 * province applies for one, the nation decides, and may suspend it
 * (Appendix D).
 * @module
 */
import { z } from 'zod'
import { done, type Outcome, refused } from '../answers.js'
import { required } from '../check.js'
import {
  type Channel,
  type ChannelSecrets,
  channelNumber,
  firstSecrets,
  secretsOf,
} from '../people/channels.js'
import type { Nation } from './nation.js'

/** What the form of D.2 asks, as far as a decision hangs on it. */
export const application = z.object({
  /** One word for the command line. */
  id: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/),
  /** 渠道名称. */
  name: required,
  /** 统一社会信用代码. */
  creditCode: z.string().regex(/^[0-9A-Z]{18}$/),
  /** 申请地医疗保障部门, the digits of its province. */
  applicant: z.string().regex(/^\d{2}$/),
})
export type Application = z.infer<typeof application>

/** What the feedback form tells of an approved channel. */
export interface Feedback {
  channel: Channel
  secrets?: ChannelSecrets
}

const SECRETS_BYTES = 32

/** Takes an application; -2 where there is a channel of this id. */
export async function apply(
  nation: Nation,
  { id, name }: Application,
): Promise<Outcome<Feedback>> {
  if (nation.channels.get(id)) return refused(-2, 'platforms.channel-there')
  const channel: Channel = {
    ...{ id, name, number: '' },
    ...{ state: 'applied', official: false },
  }
  await tellProvinces(nation, channel)
  return done({ channel })
}

/**
 * Approves or refuses an application, and gives an approved channel its
 * number and secrets. 500012 where there is none, 500052 where it was decided.
 */
export async function review(
  nation: Nation,
  id: string,
  approve: boolean,
): Promise<Outcome<Feedback>> {
  const applied = nation.channels.get(id)
  if (!applied) return refused(500012)
  if (applied.state !== 'applied') return refused(500052)
  if (!approve) return decide(nation, { ...applied, state: 'refused' })
  const numbered = nation.channels.all().filter(({ number }) => number !== '')
  const number = channelNumber(numbered.length + 1)
  const hex = nation.random(SECRETS_BYTES).toString('hex').toUpperCase()
  nation.secrets.set(id, secretsOf(hex))
  return decide(nation, { ...applied, state: 'approved', number })
}

/**
 * Suspends an approved channel or lets it go on. 500012 where there is none,
 * 500013 where it was never approved.
 */
export async function suspend(
  nation: Nation,
  id: string,
  suspended: boolean,
): Promise<Outcome<Feedback>> {
  const channel = nation.channels.get(id)
  if (!channel) return refused(500012)
  if (channel.number === '') return refused(500013)
  const state = suspended ? 'suspended' : 'approved'
  return decide(nation, { ...channel, state })
}

/** The secrets of a channel that has some. */
export function secretsFor(
  nation: Nation,
  channel: Channel,
): ChannelSecrets | undefined {
  if (channel.number === '') return undefined
  return nation.secrets.get(channel.id) ?? firstSecrets(channel)
}

/** The channel that was given the APPID `appId`. */
export function channelOfApp(
  nation: Nation,
  appId: string,
): Required<Feedback> | undefined {
  for (const channel of nation.channels.all()) {
    const secrets = secretsFor(nation, channel)
    if (secrets?.appId === appId) return { channel, secrets }
  }
  return undefined
}

async function decide(
  nation: Nation,
  channel: Channel,
): Promise<Outcome<Feedback>> {
  await tellProvinces(nation, channel)
  const secrets = secretsFor(nation, channel)
  return done({ channel, ...(secrets && { secrets }) })
}

async function tellProvinces(nation: Nation, channel: Channel): Promise<void> {
  nation.channels.set(channel.id, channel)
  for (const province of nation.provinces.values())
    await province.receiveChannel(channel, nation.trail)
}
