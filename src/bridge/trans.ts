/**
 * A call in bytes, as it comes over the socket or from this process, carried
 * out in text.
 * @module
 */

import type { LocalCall } from '../addon.js'
import { type CallSettings, runCall } from '../call/call.js'
import type { Rooms } from '../call/rooms.js'
import { decodeText } from '../charset.js'
import { type Reply, type ReplySettings, writeReply } from './reply.js'

/** NationEcTrans in bytes. Never rejects. */
export type Trans = (
  call: LocalCall,
  caller: Record<string, string | number>,
  callerLeft: AbortSignal,
) => Promise<Reply>

/** The NationEcTrans of a daemon's rooms and settings. */
export function createTrans(
  rooms: Rooms,
  settings: CallSettings,
  reply: ReplySettings,
): Trans {
  return ({ url, inData, charset, deadlineMs }, caller, callerLeft) =>
    runCall(
      {
        strUrl: url.toString('latin1'),
        inData: decodeText(inData, charset === 'gb18030' ? charset : 'utf-8'),
        deadlineMs,
        callerLeft,
        caller: { ...caller, charset },
        prepare: answer => writeReply(answer, charset, reply),
      },
      rooms,
      settings,
    )
}
