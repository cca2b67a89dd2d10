/**
 * What a mid-platform knows: whose codes and tokens there are, what time it
 * is, and chance.
 * @module
 */
import { AUTHORISATION_LIFE_MS, CODE_LIFE_MS, CodeBook } from './code-book.js'
import { TokenBook } from './token-book.js'

/** Milliseconds since 1970, as Date.now. */
export type Clock = () => number

/** So many random bytes, as crypto.randomBytes. */
export type Random = (bytes: number) => Buffer

export interface Platform {
  readonly clock: Clock
  readonly random: Random
  readonly codes: CodeBook
  /** What recognised faces have given, authNo. */
  readonly authorisations: CodeBook
  readonly tokens: TokenBook
}

/** A platform that has not issued anything. */
export function createPlatform(clock: Clock, random: Random): Platform {
  return {
    clock,
    random,
    codes: new CodeBook(CODE_LIFE_MS),
    authorisations: new CodeBook(AUTHORISATION_LIFE_MS),
    tokens: new TokenBook(),
  }
}
