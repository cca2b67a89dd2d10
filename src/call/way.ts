/**
 * The way of a call: received > armed > scanned > sent > answered. The only
 * file that knows the order of things. A type that needs nobody to be read is
 * never armed and scanned.
 * @module
 */
import type { Answer } from './answer.js'
import { writeBody } from './body.js'
import type { IncomingCall } from './call.js'
import { firstReading } from './first-reading.js'
import type { Progress } from './progress.js'
import { shapeReply } from './reply-shape.js'
import { type Request, readRequest } from './request.js'
import type { Identity, Reading, Rooms, Target } from './rooms.js'
import { send } from './send.js'

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
  progress.enter('received', { strUrl, ...caller })
  const target = rooms.platform.target(strUrl)
  const request = readRequest(inData, defaultOrgId)
  progress.begin(request)
  const identity = await identify(request, target, rooms)

  const reading = await readPerson(request, rooms, progress)

  const body = writeBody(request, reading, identity)
  progress.enter('sent', { ...identity?.facts }, { body })

  const { repeatable, reply: fields } = request.transaction
  const sent = await send(target, body, repeatable, progress.signal)
  const { reply, missing } = shapeReply(sent.reply, fields)
  const odd = {
    ...(sent.repeated && { repeated: true }),
    ...(missing.length > 0 && { missing: missing.join(', ') }),
  }
  progress.enter('answered', { code: reply.code, ...odd }, { reply })
  return { ...reply, orgId: request.orgId }
}

/** Finds out which terminal asks; it is refused before anybody is read. */
async function identify(
  { transaction, data }: Request,
  target: Target,
  rooms: Rooms,
): Promise<Identity | undefined> {
  if (transaction.bare) return undefined
  return rooms.terminal.identify(target, data)
}

/** Asks a person to come, where the type needs one. */
async function readPerson(
  { reads, data }: Request,
  rooms: Rooms,
  progress: Progress,
): Promise<Reading | undefined> {
  if (reads.length === 0) return undefined
  progress.reads = reads
  const readers = reads.map(name => rooms.readers[name])
  const arm = () => progress.enter('armed', {}, { data })
  const reading = await firstReading(readers, progress.signal, arm)
  progress.enter('scanned', { kind: reading.kind }, { ...reading.fields })
  if (reading.refusal) throw reading.refusal
  return reading
}
