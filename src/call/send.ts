/**
 * Sends a request, a second time only where that cannot do harm.
 * @module
 */
import { Failure } from '../failure.js'
import type { JsonObject } from './in-data.js'
import type { PlatformReply, Target } from './rooms.js'

export interface Sent {
  reply: PlatformReply
  /** Whether it was sent twice. */
  repeated: boolean
}

/**
 * Posts `body` to `target`. A connection that breaks before its answer is
 * whole leaves open what the platform has done: only a `repeatable` request is
 * then sent once more, over a new connection.
 *
 * Rejects as {@link Target.post} does.
 */
export async function send(
  target: Target,
  body: JsonObject,
  repeatable: boolean,
  signal: AbortSignal,
): Promise<Sent> {
  try {
    return { reply: await target.post(body, signal), repeated: false }
  } catch (error) {
    if (!repeatable || !wasCut(error)) throw error
    return { reply: await target.post(body, signal), repeated: true }
  }
}

function wasCut(error: unknown): boolean {
  return error instanceof Failure && error.symbol === 'platform-cut'
}
