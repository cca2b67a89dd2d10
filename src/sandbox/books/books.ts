/**
 * The books that the nation and every province have: whom and which channels
 * a platform knows. On the first day that is the same everywhere, and not
 * written down.
 * @module
 */
import { type Channel, channel, firstChannels } from '../people/channels.js'
import {
  type Credential,
  credential,
  firstCredential,
} from '../people/credential.js'
import { everybody } from '../people/people.js'
import type { Book, State } from './state.js'

const firstCredentials: ReadonlyMap<string, Credential> = new Map(
  everybody.map(person => [person.idNo, firstCredential(person)]),
)

/** A book that knows some entries before they are written. */
export type KnownBook<Value> = Pick<Book<Value>, 'get' | 'set'>

/**
 * The credentials, by idNo, that the platform `owner` has; from the first day
 * those of whom `knows` is true.
 */
export function credentialBook(
  state: State,
  owner: string,
  knows: (first: Credential) => boolean,
): KnownBook<Credential> {
  const book = state.book(owner, 'credentials', credential)
  return {
    set: book.set,
    get(idNo) {
      const written = book.get(idNo)
      if (written) return written
      const first = firstCredentials.get(idNo)
      return first && knows(first) ? first : undefined
    },
  }
}

export interface ChannelBook extends KnownBook<Channel> {
  /** Those of the first day, then the others by id. */
  all(): Channel[]
}

/** The channels, by id, that the platform `owner` knows. */
export function channelBook(state: State, owner: string): ChannelBook {
  const book = state.book(owner, 'channels', channel)
  const get = (id: string) =>
    book.get(id) ?? firstChannels.find(first => first.id === id)
  return {
    get,
    set: book.set,
    all() {
      const written = book.entries().map(([, channel]) => channel)
      const byId = new Map(
        [...firstChannels, ...written].map(channel => [channel.id, channel]),
      )
      return [...byId.values()]
    },
  }
}
