/**
 * The channels through which people use their credential (XJ-D01-2019, 2.6),
 * and what each is given on the feedback form of Appendix D.
 * @module
 */
import { hash } from 'node:crypto'
import { z } from 'zod'
import { deriveKey } from '../../envelope/key.js'

/** applied: nobody has decided yet; suspended: it was approved before. */
export const CHANNEL_STATES = [
  'applied',
  'approved',
  'refused',
  'suspended',
] as const

/** What every platform knows of a channel. */
export const channel = z.object({
  /** One word for the command line. */
  id: z.string(),
  /** 渠道名称. */
  name: z.string(),
  /** 渠道编号, 32 characters; '' until the channel is approved. */
  number: z.string(),
  state: z.enum(CHANNEL_STATES),
  /** Of the 医保局 itself: nobody need authorise it (4.5). */
  official: z.boolean(),
})
export type Channel = z.infer<typeof channel>

/** What an approved channel alone knows. */
export const channelSecrets = z.object({
  /** 应用编号. */
  appId: z.string(),
  /** 应用密码. */
  secret: z.string(),
  /**
   * 数字密钥, for the data on their way (Appendix D). Ours: the SM4 key that
   * an envelope derives from the two others.
   */
  key: z.string(),
})
export type ChannelSecrets = z.infer<typeof channelSecrets>

/** The application of the 医保局. */
export const OFFICIAL = 'nhsa'
/** A third party's that everybody has authorised. */
export const WALLET = 'wallet'

/** On the first day, one in each state that a channel can be tried in. */
export const firstChannels: readonly Channel[] = [
  first(OFFICIAL, '国家医保服务平台', 1, 'approved', true),
  first(WALLET, '示例钱包', 2, 'approved'),
  first('bank', '示例银行', 3, 'suspended'),
  { ...first('shop', '示例药城', 4, 'applied'), number: '' },
]

/** Of the channels that are there on the first day: no secret at all. */
export function firstSecrets({ id, number }: Channel): ChannelSecrets {
  const digest = hash('sha256', `${id} ${number}`)
  return secretsOf(digest.toUpperCase())
}

/** The secrets made of 64 hex characters, which should be chosen by chance. */
export function secretsOf(hex: string): ChannelSecrets {
  const [appId, secret] = [hex.slice(0, 32), hex.slice(32)]
  return { appId, secret, key: deriveKey(appId, secret).key }
}

/** The 32 characters that answers name a channel by, chnlId. */
export function channelNumber(count: number): string {
  return `1NATIONEC0SANDBOX0CHANNEL${String(count).padStart(7, '0')}`
}

function first(
  id: string,
  name: string,
  count: number,
  state: Channel['state'],
  official = false,
): Channel {
  return { id, name, number: channelNumber(count), state, official }
}
