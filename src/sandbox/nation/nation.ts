/**
 * The national mid-platform (国家电子凭证业务中台) with the management centre:
 * what it has, and its desk for the provinces.
 * @module
 */
import { z } from 'zod'
import {
  type ChannelBook,
  channelBook,
  credentialBook,
  type KnownBook,
} from '../books/books.js'
import type { Book } from '../books/state.js'
import type { Vouchers } from '../books/vouchers.js'
import type { ProvinceDesk } from '../network.js'
import { type ChannelSecrets, channelSecrets } from '../people/channels.js'
import type { Credential } from '../people/credential.js'
import type { Clock, Random, Surroundings } from '../platform.js'
import { NO_TRAIL, type Trail } from '../trail.js'
import { faceBook, type Procedure, procedureBook } from './procedure.js'

export interface Nation {
  readonly clock: Clock
  readonly random: Random
  /** Of everybody. */
  readonly credentials: KnownBook<Credential>
  /** By idNo, as password.ts writes them. */
  readonly passwords: Book<string>
  /** Activations that have begun, by 经办流水号. */
  readonly procedures: Vouchers<Procedure>
  /** For which procedure a face was recognised, by 实人认证流水号. */
  readonly faces: Vouchers<string>
  readonly channels: ChannelBook
  /** By the channel's id; those of the first day are not written. */
  readonly secrets: Book<ChannelSecrets>
  /** The desks of all provinces, by their digits. */
  readonly provinces: ReadonlyMap<string, ProvinceDesk>
  /** Of one request, which `{ ...nation, trail }` answers. */
  readonly trail: Trail
}

/** How the nation's entries are told from those of provinces. */
const OWNER = 'nation'

/** The national platform above `provinces`. */
export function createNation(
  provinces: Nation['provinces'],
  { state, oneTime, clock, random }: Surroundings,
): Nation {
  return {
    ...{ clock, random, provinces, trail: NO_TRAIL },
    credentials: credentialBook(state, OWNER, () => true),
    passwords: state.book(OWNER, 'passwords', z.string()),
    procedures: procedureBook(oneTime, OWNER),
    faces: faceBook(oneTime, OWNER),
    channels: channelBook(state, OWNER),
    secrets: state.book(OWNER, 'secrets', channelSecrets),
  }
}
