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
  [Symbol.dispose](): void
}

/**
 * Starts the clock: `ms` minus {@link DELIVERY_MS} (at least half of `ms`).
 * `others` end the call too, with their own reasons.
 */
export function startDeadline(ms: number, ...others: AbortSignal[]): Deadline {
  const clock = new AbortController()
  const expire = () => clock.abort('deadline' satisfies EndReason)
  const timer = setTimeout(expire, Math.max(ms - DELIVERY_MS, ms / 2))
  const signal = AbortSignal.any([clock.signal, ...others])
  const ended = new Promise<never>((_, reject) => {
    const end = () => reject(signal.reason)
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
  ended.catch(() => {})
  return { signal, ended, [Symbol.dispose]: () => clearTimeout(timer) }
}
