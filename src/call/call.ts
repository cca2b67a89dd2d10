/**
 * One call: one deadline and one reply, whatever happens on the way.
 * @module
 */
import { asFailure, Failure, type FailureSymbol } from '../failure.js'
import type { Locale } from '../texts/index.js'
import { type Answer, failedAnswer } from './answer.js'
import { type EndReason, startDeadline } from './deadline.js'
import { Progress } from './progress.js'
import type { ReaderName, Rooms } from './rooms.js'
import { goTheWay } from './way.js'

/** A call as it comes through any door. */
export interface IncomingCall<Outgoing extends { code: number }> {
  strUrl: string
  /** Undefined where its bytes are text in no charset. */
  inData: string | undefined
  deadlineMs: number
  /** Raised with `caller-left` when nobody waits for the answer any more. */
  callerLeft: AbortSignal
  /** Facts about the caller for the journal: pid, charset, door. */
  caller: Record<string, string | number>
  /** Turns the answer into what the door sends; may replace its code. */
  prepare(answer: Answer): Outgoing
}

/** What stays the same for every call of a daemon. */
export interface CallSettings {
  locale: Locale
  /** terminal.org_id, for callers that name no institution. */
  orgId: string
  /** Raised with `stopping` when the daemon ends. */
  stopping: AbortSignal
  newCallId(): string
  /** Told what was thrown where a call failed of something unforeseen. */
  onUnforeseen?(thrown: unknown): void
}

/**
 * Carries a call through the rooms and answers exactly once, by its deadline,
 * whatever the rooms do. Never rejects.
 */
export async function runCall<Outgoing extends { code: number }>(
  incoming: IncomingCall<Outgoing>,
  rooms: Rooms,
  settings: CallSettings,
): Promise<Outgoing> {
  const { deadlineMs, callerLeft } = incoming
  const deadline = startDeadline(deadlineMs, callerLeft, settings.stopping)
  const progress = new Progress(
    settings.newCallId(),
    rooms.journal,
    deadline.signal,
  )
  const outcome = await Promise.race([
    goTheWay(incoming, rooms, settings.orgId, progress),
    deadline.ended,
  ]).catch(thrown => failureOf(thrown, progress))
  deadline.stop()
  const failure = outcome instanceof Failure ? outcome : undefined
  if (failure?.symbol === 'unforeseen') settings.onUnforeseen?.(failure.cause)
  const answer =
    outcome instanceof Failure
      ? failedAnswer(outcome, progress.orgId, settings.locale)
      : outcome
  const outgoing = incoming.prepare(answer)
  progress.deliver(outgoing.code, answer, failure)
  return outgoing
}

function failureOf(thrown: unknown, progress: Progress): Failure {
  if (thrown === 'deadline') return new Failure(endedAt(progress))
  if (thrown === 'caller-left' || thrown === 'stopping') {
    return new Failure(ENDED_BY[thrown])
  }
  return asFailure(thrown)
}

/** What a call failed of whose deadline came, by how far it had come. */
function endedAt({ step, reads: [reader] }: Progress): FailureSymbol {
  if (reader && step === 'received') return BUSY[reader]
  return reader && step === 'armed' ? NOBODY[reader] : 'platform-silent'
}

const BUSY: Record<ReaderName, FailureSymbol> = {
  code: 'scanner-busy',
  face: 'face-busy',
  card: 'card-busy',
}

const NOBODY: Record<ReaderName, FailureSymbol> = {
  code: 'nothing-scanned',
  face: 'no-face',
  card: 'no-card',
}

const ENDED_BY: Record<Exclude<EndReason, 'deadline'>, FailureSymbol> = {
  'caller-left': 'caller-left',
  stopping: 'daemon-stopping',
}
