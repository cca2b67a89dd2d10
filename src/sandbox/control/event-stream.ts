/**
 * GET /sandbox/events: a space's events as server-sent events.
 * @module
 */
import type { ServerResponse } from 'node:http'
import type { Locale } from '../../texts/index.js'
import type { SandboxEvent } from './contract.js'
import type { EventHub } from './events.js'

/** More than a browser opens, and few enough to serve. */
export const WATCHERS_MAX = 64

/** Proxies and sleeping laptops end what is silent for longer. */
export const HEARTBEAT_MS = 15_000

/** Who reads more slowly than this is cut off, and resumes by Last-Event-ID. */
export const UNREAD_BYTES_MAX = 1024 * 1024

/** How soon a browser connects again. */
const RETRY_MS = 1000

/**
 * Sends `hub`'s events to `response` until it closes; first those behind
 * `lastId`, if any were missed and are still known, else the event `missed`.
 * Sentences are in `locale`.
 */
export function streamEvents(
  hub: EventHub,
  response: ServerResponse,
  lastId: number | undefined,
  {
    locale,
    heartbeatMs = HEARTBEAT_MS,
  }: { locale?: Locale | undefined; heartbeatMs?: number } = {},
): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.write(`retry: ${RETRY_MS}\n\n`)
  for (const event of missedBy(hub, lastId))
    response.write(written(event, locale))
  const heartbeat = setInterval(() => response.write(':\n\n'), heartbeatMs)
  const leave = hub.listen(event => {
    response.write(written(event, locale))
    if (response.writableLength > UNREAD_BYTES_MAX) response.destroy()
  })
  response.on('close', () => {
    clearInterval(heartbeat)
    leave()
  })
}

function missedBy(hub: EventHub, lastId: number | undefined): SandboxEvent[] {
  if (lastId === undefined) return []
  const missed = hub.since(lastId)
  return missed ?? [{ id: hub.lastId, type: 'missed', tell: () => ({}) }]
}

function written({ id, type, tell }: SandboxEvent, locale?: Locale): string {
  const data = JSON.stringify(tell(locale))
  return `id: ${id}\nevent: ${type}\ndata: ${data}\n\n`
}
