/**
 * The latest requests, kept up to date: those that the sandbox remembers, and
 * those that come meanwhile.
 * @module
 */
import { ask } from './api.js'
import { on, onAnew } from './live.js'
import { attempt } from './notice.js'
import { soon } from './soon.js'
import type { RequestSummary } from './types.js'

/**
 * Calls `changed` with the latest `max` requests, oldest first, whenever there
 * are others, and with those that have just come.
 */
export function followRequests(
  max: number,
  changed: (
    requests: readonly RequestSummary[],
    arrived: readonly RequestSummary[],
  ) => void,
): void {
  let known = new Map<number, RequestSummary>()
  /** Since they were last asked for, and since they were last shown. */
  let since: RequestSummary[] = []
  let arrived: RequestSummary[] = []
  const tell = () => {
    const latest = [...known.values()].slice(-max)
    known = byId(latest)
    changed(latest, arrived)
    arrived = []
  }
  const tellSoon = soon(tell)
  on<RequestSummary>('request', request => {
    known.set(request.id, request)
    since.push(request)
    arrived.push(request)
    tellSoon()
  })
  onAnew(() =>
    attempt(async () => {
      since = []
      const path = `/sandbox/requests?limit=${max}`
      const answer = await ask<{ requests: RequestSummary[] }>('GET', path)
      known = byId([...answer.requests, ...since])
      tell()
    }),
  )
}

function byId(requests: readonly RequestSummary[]) {
  return new Map(requests.map(request => [request.id, request]))
}
