/**
 * The one deadline of a call, and the ways in which a call is ended early.
 * @module
 */

/** Why a call's signal was raised. */
export type EndReason = 'deadline' | 'caller-left' | 'stopping'

/** How long before its deadline a call ends, so that the reply arrives by it. */
export const DELIVERY_MS = 100

export interface Deadline {
  /** Raised once, with an {@link EndReason} as reason. */
  signal: AbortSignal
  /** Rejects with the reason when the signal is raised. */
  ended: Promise<never>
  /** Stops the clock. */
  stop(): void
}

/**
 * Starts the clock: `ms` minus {@link DELIVERY_MS} (at least half of `ms`).
 * `others` end the call too, with their own reasons; those that outlive the
 * call keep nothing of it after `stop`.
 */
export function startDeadline(ms: number, ...others: AbortSignal[]): Deadline {
  const call = new AbortController()
  const { signal } = call
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
  })
  ended.catch(() => {})
  const expire = () => call.abort('deadline' satisfies EndReason)
  const timer = setTimeout(expire, Math.max(ms - DELIVERY_MS, ms / 2))
  const follow = ({ target }: Event) =>
    call.abort((target as AbortSignal).reason)
  for (const other of others) {
    if (other.aborted) call.abort(other.reason)
    other.addEventListener('abort', follow)
  }
  return {
    signal,
    ended,
    stop() {
      clearTimeout(timer)
      for (const other of others) other.removeEventListener('abort', follow)
    },
  }
}
