/**
 * What a provincial mid-platform (省级电子凭证业务中台) has: its books, the
 * line to the nation, what time it is, and chance.
 * @module
 */

import type { OneTime } from '../store/one-time.js'
import {
  type ChannelBook,
  channelBook,
  credentialBook,
  type KnownBook,
} from './books/books.js'
import {
  authorisationBook,
  type CodeBook,
  codeBook,
} from './books/code-book.js'
import { type NoticeBook, noticeBook } from './books/notices.js'
import { RateLimit } from './books/rate-limit.js'
import type { State } from './books/state.js'
import { type TokenBook, tokenBook } from './books/token-book.js'
import type { NationDesk } from './network.js'
import type { Credential } from './people/credential.js'
import { type Province, provinceOf } from './provinces.js'
import { NO_TRAIL, type Trail } from './trail.js'

/** Milliseconds since 1970, as Date.now. */
export type Clock = () => number

/** So many random bytes, as crypto.randomBytes. */
export type Random = (bytes: number) => Buffer

export interface Platform {
  readonly province: Province
  readonly clock: Clock
  readonly random: Random
  readonly codes: CodeBook
  /** What recognised faces have given, authNo. */
  readonly authorisations: CodeBook
  readonly tokens: TokenBook
  /** Of those insured here, and whoever's the nation was asked for. */
  readonly credentials: KnownBook<Credential>
  readonly channels: ChannelBook
  /** The businesses that other platforms told of. */
  readonly notices: NoticeBook
  readonly limit: RateLimit
  readonly nation: NationDesk
  /** Of one request, which `{ ...platform, trail }` answers. */
  readonly trail: Trail
}

/** What all platforms of a sandbox share, and it is nothing they know. */
export interface Surroundings {
  state: State
  oneTime: OneTime
  clock: Clock
  random: Random
}

/** The platform of `province`, with what `state` has of it. */
export function createPlatform(
  province: Province,
  nation: NationDesk,
  { state, oneTime, clock, random }: Surroundings,
): Platform {
  const { digits } = province
  const livesHere = ({ insured }: Credential) =>
    insured.some(area => provinceOf(area) === digits)
  return {
    ...{ province, clock, random, nation, trail: NO_TRAIL },
    codes: codeBook(oneTime, digits),
    authorisations: authorisationBook(oneTime, digits),
    tokens: tokenBook(oneTime, digits),
    credentials: credentialBook(state, digits, livesHere),
    channels: channelBook(state, digits),
    notices: noticeBook(state, digits),
    limit: new RateLimit(state, digits),
  }
}
