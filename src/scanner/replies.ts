/**
 * Replies that are always the same bytes.
 * @module
 */
import { begins } from './bytes.js'
import type { Heard } from './driver.js'
import type { Reply } from './framer.js'

type Answer = Extract<Heard['kind'], 'ack' | 'nak'>

/** The `reply` of a dialect whose replies are the first of each pair. */
export function fixedReplies(...replies: [Buffer, Answer][]) {
  return (bytes: Buffer): Reply | 'more' | undefined => {
    let needsMore = false
    for (const [reply, kind] of replies) {
      const fits = begins(bytes, reply)
      if (fits === true) return { length: reply.length, heard: [{ kind }] }
      needsMore ||= fits === 'more'
    }
    return needsMore ? 'more' : undefined
  }
}
