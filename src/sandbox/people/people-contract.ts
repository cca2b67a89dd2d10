/**
 * What is said over /sandbox/people, /sandbox/codes, /sandbox/channels and
 * /sandbox/platforms, as schemas for whoever asks.
 * @module
 */
import { z } from 'zod'
import { notice } from '../books/notices.js'
import { channel, channelSecrets } from './channels.js'

/** One of GET /sandbox/people. */
export const personShown = z.object({
  id: z.string(),
  userName: z.string(),
  idNo: z.string(),
  /** The first 统筹区; '' for nowhere. */
  insuOrg: z.string(),
  /** Every 统筹区, as the nation has it. */
  insured: z.array(z.string()),
  active: z.boolean(),
  /** The ids of the channels that the person has authorised. */
  channels: z.array(z.string()),
  /** The code of every answer about a person who stands for one. */
  answers: z.int().optional(),
})
export type PersonShown = z.infer<typeof personShown>

/** GET /sandbox/people; `magic` are those of table C.4, in its order. */
export const peopleShown = z.object({
  people: z.array(personShown),
  magic: z.array(personShown.extend({ code: z.string(), message: z.string() })),
})

/** GET /sandbox/people/:id. */
export const personWhole = personShown.extend({
  /** 64 characters (XJ-D01-2019, 4.1). */
  credential: z.string(),
  /** 个人渠道授权码 by channel. */
  authorisations: z.record(z.string(), z.string()),
  /** What each province that knows the person has. */
  provinces: z.array(
    z.object({
      province: z.string(),
      active: z.boolean(),
      insured: z.array(z.string()),
      channels: z.array(z.string()),
    }),
  ),
})

/** Where a business is done: the digits of a province; home by default. */
const place = z.string().optional()

/** POST /sandbox/people/:id/activate: all three steps of 6.1.3 at once. */
export const activateOrder = z.strictObject({
  channel: z.string().optional(),
  password: z.string(),
  /** What is claimed; the person's own where left out. */
  userName: z.string().optional(),
  idType: z.string().optional(),
  idNo: z.string().optional(),
  /** Whose face is before the camera, an id; the person's own by default. */
  face: z.string().optional(),
  province: place,
})

/** POST /sandbox/people/:id/channels. */
export const authoriseOrder = z.strictObject({
  channel: z.string(),
  password: z.string().optional(),
  province: place,
})

/**
 * POST /sandbox/people/:id/move: the person is insured elsewhere from now on;
 * no other platform hears of it before it asks (6.3.2.2 c).
 */
export const moveOrder = z.strictObject({
  /** The 统筹区 to leave; the first where left out. */
  from: z.string().optional(),
  to: z.string().regex(/^\d{6}$/),
})

/** POST /sandbox/codes; it may be left out. */
export const codeOrder = z.object({
  person: z.string().optional(),
  kind: z.string().optional(),
  /** The official one by default. */
  channel: z.string().optional(),
  /** The person's first 统筹区 by default. */
  insuOrg: z.string().optional(),
  province: place,
})

/** The answer. */
export const codeIssued = z.object({
  code: z.string(),
  /** Milliseconds since 1970. */
  expiresAt: z.number(),
})

/** One of GET /sandbox/channels, and the feedback form of Appendix D. */
export const channelShown = z.object({
  channel,
  secrets: channelSecrets.optional(),
})

/** POST /sandbox/channels/:id/review and /suspend. */
export const reviewOrder = z.strictObject({ approve: z.boolean() })
export const suspendOrder = z.strictObject({ suspended: z.boolean() })

/** One of GET /sandbox/platforms. */
export const platformShown = z.object({
  digits: z.string(),
  /** GB/T 2260, six digits. */
  region: z.string(),
  name: z.string(),
  /** What stands before /localcfc/…; home does without as well. */
  prefix: z.string(),
  /** Requests of one terminal in a second; null for any number. */
  perSecond: z.int().nullable(),
  /** What other platforms have told it, oldest first. */
  notices: z.array(notice),
})

/** POST /sandbox/platforms/:digits/limit: beyond it the answer is -6. */
export const limitOrder = z.strictObject({
  perSecond: z.int().nonnegative().nullable(),
})
