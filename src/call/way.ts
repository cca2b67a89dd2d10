/**
 * The way of a call: received > armed > scanned > sent > answered. The only
 * file that knows the order of things.
 * @module
 */
import type { Answer } from './answer.js'
import type { IncomingCall } from './call.js'
import type { Progress } from './progress.js'
import { readRequest } from './request.js'
import type { Rooms } from './rooms.js'

/**
 * Goes the way to the platform's answer. What can be refused is refused
 * before anybody is asked to scan.
 *
 * Rejects with a Failure, the signal's reason, or whatever a room threw.
 */
export async function goTheWay(
  incoming: IncomingCall<{ code: number }>,
  rooms: Rooms,
  defaultOrgId: string,
  progress: Progress,
): Promise<Answer> {
  const { strUrl, inData, caller } = incoming
  const { signal } = progress
  progress.enter('received', { strUrl, ...caller })
  const target = rooms.platform.target(strUrl)
  const request = readRequest(inData, defaultOrgId)
  const { orgId, data, extra, repairs } = request
  const { transType } = request.transaction
  progress.orgId = orgId
  const identity = rooms.terminal.identify(target)
  // It may fail while nobody awaits it yet, which would end the process.
  identity.catch(() => {})

  const scanned = await rooms.scanner.scan(signal, () => {
    const repaired = repairs.length > 0 && { repairs: repairs.join(', ') }
    progress.enter('armed', { orgId, transType, ...repaired }, { data })
  })
  progress.enter('scanned', { kind: scanned.kind }, { code: scanned.text })

  const filled = { ...data, ecQrCode: scanned.text, ...(await identity) }
  const body = { orgId, transType, data: filled, extra }
  progress.enter('sent', {}, { body })

  const reply = await target.post(body, signal)
  progress.enter('answered', { code: reply.code }, { reply })
  return { ...reply, orgId }
}
