/**
 * A line that fails now and then: what may be repeated is, more and more
 * slowly, until a deadline.
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'

/** An attempt that may go well the next time. */
export class Unanswered extends Error {
  override name = 'Unanswered'
}

/** Nobody listens there: for somebody who only looks, that is the answer. */
export class Refused extends Unanswered {
  override name = 'Refused'
}

/** Of a request that failed on its way, for instance of undici's. */
export function unanswered(error: unknown): Unanswered {
  const { code, name, message } = error as NodeJS.ErrnoException
  const reason = name === 'TimeoutError' ? 'ETIMEDOUT' : (code ?? message)
  const Kind = code === 'ECONNREFUSED' ? Refused : Unanswered
  return new Kind(reason, { cause: error })
}

/** What somebody who waits may be told. */
export interface Waiting {
  /** How many attempts have failed. */
  attempts: number
  /** Of the last. */
  reason: string
  /** Until the next. */
  waitMs: number
}

export interface RetryOptions {
  /** Raised when there is no time left, or nobody waits any more. */
  signal: AbortSignal
  /** Waits for a server that does not listen yet, too. */
  isPatient?: boolean | undefined
  onWaiting?: ((waiting: Waiting) => void) | undefined
  random?: () => number
}

/** The first wait; each is twice the one before. */
const WAIT_MIN_MS = 250
const WAIT_MAX_MS = 10_000

/**
 * What `attempt` resolves to, tried again while it rejects with Unanswered.
 * Rejects with the last Unanswered when the signal is raised meanwhile, and at
 * once with whatever else it rejects with, Refused among it unless patient.
 */
export async function retry<Result>(
  attempt: () => Promise<Result>,
  { signal, isPatient, onWaiting, random = Math.random }: RetryOptions,
): Promise<Result> {
  for (let attempts = 1; ; attempts++) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error
      if (error instanceof Refused && !isPatient) throw error
      const whole = Math.min(WAIT_MIN_MS * 2 ** (attempts - 1), WAIT_MAX_MS)
      // Many terminals come back at once after a line was down.
      const waitMs = Math.round(whole * (0.5 + random() / 2))
      if (signal.aborted) throw error
      onWaiting?.({ attempts, reason: error.message, waitMs })
      await sleep(waitMs, undefined, { signal }).catch(() => {
        throw error
      })
    }
  }
}
