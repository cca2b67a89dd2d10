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

/** The national mid-platform (国家电子凭证业务中台), as provinces see it. */
export interface NationDesk {
  /** 6.2.2.2 b 2. */
  findCredential(message: { idNo: string }): Promise<Outcome<Credential>>
  /** 6.4.2.2 a, 6.5.2.2 a: to the province that gave the code. */
  decodeCode(message: {
    province: string
    code: string
  }): Promise<Outcome<Decoded>>
  /** 6.3.2.2 b 2: to the place of insurance. */
  doBusiness(message: Business): Promise<Outcome<BusinessResult>>
  /** 6.3.2.2 d: to all other places of insurance. */
  announceBusiness(message: Business): Promise<Outcome<null>>
  /** To the platform that gave the token; null where it is not good. */
  checkToken(message: TokenClaim): Promise<Outcome<TokenOwner | null>>
  /** 6.5.2.2 c: to the place of insurance. */
  settle(message: Settlement): Promise<Outcome<Payment>>
}

/** A provincial mid-platform (省级电子凭证业务中台), as the nation sees it. */
export interface ProvinceDesk {
  /** 6.1.2.3 c, 6.1.3.3 d, 6.1.4.3 b: what has become of a credential. */
  receiveCredential(message: Credential): Promise<Outcome<null>>
  /** What the management centre has decided about a channel. */
  receiveChannel(message: Channel): Promise<Outcome<null>>
  decodeCode(message: { code: string }): Promise<Outcome<Decoded>>
  doBusiness(message: Business): Promise<Outcome<BusinessResult>>
  receiveBusiness(message: Business): Promise<Outcome<null>>
  checkToken(message: TokenClaim): Promise<Outcome<TokenOwner | null>>
  settle(message: Settlement): Promise<Outcome<Payment>>
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

/** JSON both ways, as over HTTP. */
function byMessage<Message, Reply>(
  answer: (message: Message) => Promise<Reply>,
): (message: Message) => Promise<Reply> {
  return async message => {
    const received: Message = JSON.parse(JSON.stringify(message))
    return JSON.parse(JSON.stringify(await answer(received)))
  }
}
