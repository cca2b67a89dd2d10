/**
 * What the platforms say to each other. Each is reached through a desk alone,
 * with plain JSON going in and coming out, so that a desk could as well stand
 * behind an address; no platform reads what another remembers. Provinces
 * speak to the nation, and the nation to provinces (XJ-D01-2019, 4.9).
 * @module
 */
import type { Outcome } from './answers.js'
import type { TokenOwner } from './books/token-book.js'
import type { Channel } from './people/channels.js'
import type { Credential, Identity } from './people/credential.js'
import type { Payment, Settlement } from './settle.js'
import { KeptTrail, type Trail } from './trail.js'

/** A code that its own province has decoded. */
export interface Decoded {
  credential: Credential
  insuOrg: string
  /** Through which the code was shown. */
  channel: Channel
  ecToken: string
}

/** A business that somebody's code was scanned for (6.3.2.2). */
export interface Business {
  /** Who, as the place of business has it. */
  credential: Credential
  insuOrg: string
  /** The id of the channel that the code was shown through. */
  channel: string
  /** Table C.1. */
  businessType: string
  /** The digits of the province where it is done. */
  at: string
}

/**
 * done: as asked. changed: the place of insurance has other data of the
 * person, which are these (6.3.2.2 c).
 */
export type BusinessResult =
  | { result: 'done' }
  | { result: 'changed'; credential: Credential }

/** What localEcTokenCheck asks (table A.6). */
export interface TokenClaim extends Identity {
  ecToken: string
}

/**
 * Answers a message. What the platform behind the desk compares for it is
 * noted on the `trail` of whoever asks.
 */
type Ask<Message, Reply> = (
  message: Message,
  trail: Trail,
) => Promise<Outcome<Reply>>

/** The national mid-platform (国家电子凭证业务中台), as provinces see it. */
export interface NationDesk {
  /** 6.2.2.2 b 2. */
  findCredential: Ask<{ idNo: string }, Credential>
  /** 6.4.2.2 a, 6.5.2.2 a: to the province that gave the code. */
  decodeCode: Ask<{ province: string; code: string }, Decoded>
  /** 6.3.2.2 b 2: to the place of insurance. */
  doBusiness: Ask<Business, BusinessResult>
  /** 6.3.2.2 d: to all other places of insurance. */
  announceBusiness: Ask<Business, null>
  /** To the platform that gave the token; null where it is not good. */
  checkToken: Ask<TokenClaim, TokenOwner | null>
  /** 6.5.2.2 c: to the place of insurance. */
  settle: Ask<Settlement, Payment>
}

/** A provincial mid-platform (省级电子凭证业务中台), as the nation sees it. */
export interface ProvinceDesk {
  /** 6.1.2.3 c, 6.1.3.3 d, 6.1.4.3 b: what has become of a credential. */
  receiveCredential: Ask<Credential, null>
  /** What the management centre has decided about a channel. */
  receiveChannel: Ask<Channel, null>
  decodeCode: Ask<{ code: string }, Decoded>
  doBusiness: Ask<Business, BusinessResult>
  receiveBusiness: Ask<Business, null>
  checkToken: Ask<TokenClaim, TokenOwner | null>
  settle: Ask<Settlement, Payment>
}

/** `desk`, reached by messages: nothing of either side is shared. */
export function lineToNation(desk: NationDesk): NationDesk {
  return {
    findCredential: byMessage(desk.findCredential),
    decodeCode: byMessage(desk.decodeCode),
    doBusiness: byMessage(desk.doBusiness),
    announceBusiness: byMessage(desk.announceBusiness),
    checkToken: byMessage(desk.checkToken),
    settle: byMessage(desk.settle),
  }
}

/** See {@link lineToNation}. */
export function lineToProvince(desk: ProvinceDesk): ProvinceDesk {
  return {
    receiveCredential: byMessage(desk.receiveCredential),
    receiveChannel: byMessage(desk.receiveChannel),
    decodeCode: byMessage(desk.decodeCode),
    doBusiness: byMessage(desk.doBusiness),
    receiveBusiness: byMessage(desk.receiveBusiness),
    checkToken: byMessage(desk.checkToken),
    settle: byMessage(desk.settle),
  }
}

/**
 * The message goes as JSON; the reply comes back as JSON, and beside it what
 * was compared for it, also where that ended in an error.
 */
function byMessage<Message, Reply>(
  answer: Ask<Message, Reply>,
): Ask<Message, Reply> {
  return async (message, trail) => {
    const there = new KeptTrail()
    try {
      return asJson(await answer(asJson(message), there))
    } finally {
      for (const step of asJson(there.steps)) trail.note(step)
    }
  }
}

function asJson<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value))
}
