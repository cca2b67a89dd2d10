/**
 * How far a call has come, as the journal is told.
 * @module
 */
import { Failure } from '../failure.js'
import type { Answer } from './answer.js'
import type { Request } from './request.js'
import type { JournalRow, ReaderName, Rooms, Step } from './rooms.js'

export class Progress {
  /** The institution, once the request has been read. */
  orgId = ''
  /** What is to be read at the terminal, once that is all that is missing. */
  reads: readonly ReaderName[] = []
  #step: Step = 'received'
  #untold: JournalRow['facts'] = {}

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

  /** Once the request has been read; the next row tells of it. */
  begin({ orgId, facts }: Request): void {
    this.orgId = orgId
    this.#untold = facts
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
    const { symbol, message, sealed } = failure ?? {}
    const why = symbol && message ? { failure: symbol, detail: message } : {}
    this.#write('delivered', { code, ...why }, { ...sealed, answer })
  }

  #write(
    step: Step,
    facts: JournalRow['facts'],
    sealed: JournalRow['sealed'],
  ): void {
    const told = { ...this.#untold, ...facts }
    this.#untold = {}
    this.journal.append({ call: this.call, step, facts: told, sealed })
    this.#step = step
  }
}
