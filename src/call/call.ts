/**
 * One call: received > armed > scanned > sent > answered > delivered, with one
 * deadline and one reply. The only file that knows the order of things.
 * @module
 */
import { performance } from 'node:perf_hooks'
import { asFailure, Failure, type FailureSymbol } from '../failure.js'
import type { Locale } from '../texts/index.js'
import { type Answer, failedAnswer } from './answer.js'
import { type EndReason, startDeadline } from './deadline.js'
import { type Request, readRequest } from './request.js'
import type { Rooms, Step } from './rooms.js'

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
  /** Raised with `stopping` when the daemon ends. */
  stopping: AbortSignal
  newCallId(): string
}

/** What a call that was ended early failed of, by the step it had reached. */
const ENDED_AT: Record<Step, FailureSymbol> = {
  received: 'scanner-busy',
  armed: 'nothing-scanned',
  scanned: 'platform-silent',
  sent: 'platform-silent',
  answered: 'platform-silent',
  delivered: 'unforeseen',
}

const ENDED_BY: Record<Exclude<EndReason, 'deadline'>, FailureSymbol> = {
  'caller-left': 'caller-left',
  stopping: 'daemon-stopping',
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
  const call = new Call(settings.newCallId(), rooms)
  const deadline = startDeadline(
    incoming.deadlineMs,
    incoming.callerLeft,
    settings.stopping,
  )
  let answer: Answer
  try {
    const work = call.work(incoming, deadline.signal)
    answer = await Promise.race([work, deadline.ended])
  } catch (thrown) {
    const failure = call.failureOf(thrown)
    answer = failedAnswer(failure, call.orgId, settings.locale)
    call.facts = { failure: failure.symbol, detail: failure.message }
  } finally {
    deadline[Symbol.dispose]()
  }
  const outgoing = incoming.prepare(answer)
  call.deliver(outgoing.code, answer)
  return outgoing
}

class Call {
  orgId = ''
  facts: Record<string, string> = {}
  #step: Step = 'received'
  #over = false
  readonly #startedAt = performance.now()

  constructor(
    readonly id: string,
    readonly rooms: Rooms,
  ) {}

  async work(
    incoming: IncomingCall<{ code: number }>,
    signal: AbortSignal,
  ): Promise<Answer> {
    const { strUrl, inData, caller } = incoming
    this.#enter('received', { strUrl: withoutQuery(strUrl), ...caller })
    const target = this.rooms.platform.target(strUrl)
    const request = readRequest(inData)
    this.orgId = request.orgId
    const identity = this.rooms.terminal.identify(target)
    const scanned = await this.rooms.scanner.scan(signal, () => {
      this.#enter('armed', factsOf(request), { data: request.data })
    })
    const { kind } = scanned
    this.#enter('scanned', { kind }, { code: scanned.text })
    const data = {
      ...request.data,
      ecQrCode: scanned.text,
      ...(await identity),
    }
    const body = {
      orgId: request.orgId,
      transType: request.transaction.transType,
      data,
      extra: request.extra,
    }
    this.#enter('sent', {}, { body })
    const reply = await target.post(body, signal)
    this.#enter('answered', { code: reply.code }, { reply })
    return { ...reply, orgId: this.orgId }
  }

  /** Writes the last row; nothing of this call is written after it. */
  deliver(code: number, answer: Answer): void {
    const ms = Math.round(performance.now() - this.#startedAt)
    this.#enter('delivered', { code, ms, ...this.facts }, { answer })
    this.#over = true
  }

  failureOf(thrown: unknown): Failure {
    if (thrown === 'deadline') return new Failure(ENDED_AT[this.#step])
    if (thrown === 'caller-left' || thrown === 'stopping') {
      return new Failure(ENDED_BY[thrown])
    }
    return asFailure(thrown)
  }

  /** Journals a step before it happens. */
  #enter(step: Step, facts: Facts, sealed?: Record<string, unknown>): void {
    if (this.#over) throw new Failure('caller-left')
    this.rooms.journal.append({ call: this.id, step, facts, sealed })
    this.#step = step
  }
}

type Facts = Record<string, string | number | boolean | null>

function factsOf(request: Request): Facts {
  const { orgId, transaction, repairs } = request
  return {
    orgId,
    transType: transaction.transType,
    repairs: repairs.join(', '),
  }
}

/** strUrl without query and credentials, which may hold a secret. */
function withoutQuery(strUrl: string): string {
  return strUrl.replace(/[?#].*$/s, '').replace(/\/\/[^/@]*@/, '//')
}
