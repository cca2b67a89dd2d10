/**
 * How far a call has come, as the journal is told.
 * @module
 */
import { Failure } from '../failure.js'
import type { Answer } from './answer.js'
import type { JournalRow, Rooms, Step } from './rooms.js'

export class Progress {
  /** The institution, once the request has been read. */
  orgId = ''
  #step: Step = 'received'

  constructor(
    readonly call: string,
    readonly journal: Rooms['journal'],
    /** Raised when the call is over before its way is. */
    readonly signal: AbortSignal,
  ) {}

  /** The step that the call has reached. */
  get step(): Step {
    return this.#step
  }

  /**
   * Journals a step before it happens. Throws the signal's reason, or
   * `unforeseen`, where the call is over, so that nothing of it happens after
   * its reply.
   */
  enter(
    step: Step,
    facts: JournalRow['facts'],
    sealed?: JournalRow['sealed'],
  ): void {
    this.signal.throwIfAborted()
    if (this.#step === 'delivered') throw new Failure('unforeseen')
    this.#write(step, facts, sealed)
  }

  /** Journals the last step. */
  deliver(code: number, answer: Answer, failure: Failure | undefined): void {
    const { symbol, message } = failure ?? {}
    const why = symbol && message ? { failure: symbol, detail: message } : {}
    this.#write('delivered', { code, ...why }, { answer })
  }

  #write(
    step: Step,
    facts: JournalRow['facts'],
    sealed: JournalRow['sealed'],
  ): void {
    this.journal.append({ call: this.call, step, facts, sealed })
    this.#step = step
  }
}
