/**
 * What a step of the way to a platform showed.
 * @module
 */
import { type TextKey, type TextParameters, text } from '../texts/index.js'

/** One step and what was found. */
export interface PingFinding {
  about: 'address' | 'tcp' | 'tls' | 'clock' | 'signature'
  well: boolean
  /** The fact and, where it is not well, the cure. */
  sentence: string
}

type About = PingFinding['about']

/** A step that went well. */
export function good(
  about: About,
  key: TextKey,
  facts?: TextParameters,
): PingFinding {
  return { about, well: true, sentence: text(key, facts) }
}

/** A step that did not. */
export function bad(
  about: About,
  key: TextKey,
  facts?: TextParameters,
): PingFinding {
  return { about, well: false, sentence: text(key, facts) }
}
