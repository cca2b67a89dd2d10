/**
 * Whether terminals were among what became of the sandbox.
 * @module
 */
import { notice } from './notice.js'
import { space } from './space.js'
import { say } from './texts.js'

/**
 * Says so where they were left as they are. Who works in a space expects
 * nothing else.
 */
export function noticeTerminals({ terminals }: { terminals: boolean }): void {
  if (!terminals && !space) notice(say('console.terminals-left'))
}
