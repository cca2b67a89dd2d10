/**
 * What was left as it is, although the order was about the whole sandbox.
 * @module
 */
import { notice } from './notice.js'
import { space } from './space.js'
import { say } from './texts.js'

/**
 * Says so of codes and of terminals. Who works in a space expects nothing
 * else of terminals.
 */
export function noticeLeft({
  issued,
  terminals,
}: {
  issued: boolean
  terminals: boolean
}): void {
  if (!issued) notice(say('console.issued-left'))
  if (!terminals && !space) notice(say('console.terminals-left'))
}
