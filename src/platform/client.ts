/**
 * Asks a platform over HTTPS (XJ-D01-2019, A.1.2: POST, JSON, UTF-8).
 * @module
 */
import { type Dispatcher, request } from 'undici'
import { decodeText } from '../charset.js'
import type { JsonObject } from '../envelope/json.js'
import { createEnveloper, type Enveloper } from './enveloper.js'
import { failureOf } from './faults.js'
import { judgeReply, type PlatformReply } from './judge.js'
import { type AllowedPlatform, findTarget } from './targets.js'
import { connectionsTo, connectorTo } from './trust.js'
import { keepWarm } from './warm.js'

/** A platform that strUrl names and the allow list permits. */
export interface Target {
  url: URL
  /**
   * Posts `body` once and judges the reply. A request that may have arrived is
   * never sent twice: what it did is unknown.
   *
   * Rejects with a Failure, or with the signal's reason.
   */
  post(body: JsonObject, signal: AbortSignal): Promise<PlatformReply>
}

export interface PlatformClient {
  /**
   * Opens a connection at once, so that it is there when a person has been
   * read. Fails with url-malformed, url-not-allowed or platform-keys.
   */
  target(strUrl: string): Target
  /** Closes the kept connections. */
  close(): Promise<void>
}

/**
 * A client for the platforms of an allow list. The list is asked for at each
 * call, since a sandbox may come and go.
 */
export function createPlatformClient(
  allowList: () => Iterable<AllowedPlatform>,
): PlatformClient {
  const lines = new Map<string, Line>()

  function lineTo(platform: AllowedPlatform): Line {
    const key = JSON.stringify(platform)
    const line = lines.get(key) ?? openLine(platform)
    lines.set(key, line)
    return line
  }

  return {
    target(strUrl) {
      const { url, platform } = findTarget(strUrl, allowList())
      const line = lineTo(platform)
      line.warm(url)
      return { url, post: (body, signal) => post(url, body, line, signal) }
    },
    close: async () => {
      await Promise.all([...lines.values()].map(line => line.close()))
    },
  }
}

/** What is kept of one platform between calls. */
interface Line {
  dispatcher: Dispatcher
  /** Undefined where nothing is signed. */
  enveloper: Enveloper | undefined
  warm(url: URL): void
  close(): Promise<void>
}

function openLine(platform: AllowedPlatform): Line {
  const { envelope } = platform
  const enveloper = envelope && createEnveloper(envelope)
  const { connect, warm, close } = keepWarm(connectorTo(platform))
  const dispatcher = connectionsTo(platform, connect)
  return {
    dispatcher,
    enveloper,
    warm,
    close() {
      close()
      return dispatcher.destroy()
    },
  }
}

async function post(
  url: URL,
  body: JsonObject,
  { dispatcher, enveloper }: Line,
  signal: AbortSignal,
): Promise<PlatformReply> {
  try {
    const response = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(enveloper?.seal(body) ?? body),
      dispatcher,
      signal,
    })
    const bytes = Buffer.from(await response.body.arrayBuffer())
    const text = decodeText(bytes, 'utf-8') ?? decodeText(bytes, 'gb18030')
    return judgeReply(response.statusCode, text ?? '', url.origin, reply =>
      enveloper ? enveloper.open(reply, body) : reply,
    )
  } catch (error) {
    if (signal.aborted) throw signal.reason
    throw failureOf(error, url.origin)
  }
}
