/**
 * Stands between a library and a platform: passes what they say on unchanged,
 * and keeps it with personal data replaced.
 * @module
 */
import { performance } from 'node:perf_hooks'
import { request as ask, type Dispatcher } from 'undici'
import type { Party } from '../envelope/agreement.js'
import { text } from '../texts/index.js'
import { createDisguise, type Disguise } from './disguise.js'
import type { Exchange } from './format.js'
import {
  definedHeaders,
  listenWhole,
  type WholeReply,
  type WholeRequest,
} from './https-server.js'
import { readMessage } from './read-message.js'
import { createRecording, type RecordingFile } from './recording.js'

export interface RecorderOptions {
  /** 0 for one that is free. */
  port: number
  /** Ours, in PEM; whoever calls pins it. */
  certificate: { certificate: string; key: string }
  /** Origin of the platform, without a slash at the end. */
  target: string
  /** Connections to it, trusted as the configuration says. */
  dispatcher: Dispatcher
  /** Opens what is encrypted; without it that is kept as opaque. */
  party?: Party | undefined
  /** The new file. */
  path: string
  /** Told of each exchange when it is kept. */
  onExchange?: (exchange: Exchange) => void
  /** Told where an exchange could not be kept; the caller is served. */
  onLost?: (error: Error) => void
}

export interface Recorder {
  /** https://127.0.0.1:PORT, in the place of the target. */
  url: string
  /** Ends open connections; what is recorded stays. */
  close(): Promise<void>
}

/** Longer than any caller waits (native/wire.h lets none wait longer). */
export const REPLY_MS_MAX = 600_000

/** They belong to one connection (RFC 9110, 7.6.1), or are counted anew. */
const OF_THE_CONNECTION = new Set([
  ...['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer'],
  ...['transfer-encoding', 'upgrade', 'host', 'content-length', 'expect'],
])

/** Rejects where the port is taken or the file is there already. */
export async function startRecorder(
  options: RecorderOptions,
): Promise<Recorder> {
  const file = createRecording(options.path)
  const keep = keeper(file, options)
  const { port, certificate } = options
  const server = await listenWhole({
    port,
    certificate,
    async answer(request) {
      const from = performance.now()
      const passed = await passOn(request, options)
      keep(request, passed, performance.now() - from)
      return 'reply' in passed ? passed.reply : unreachable(passed.failure)
    },
  }).catch(error => {
    file.close()
    throw error
  })
  return {
    url: server.url,
    async close() {
      await server.close()
      file.close()
    },
  }
}

/** What the platform said, or the name of what went wrong. */
type Passed = { reply: WholeReply } | { failure: string }

async function passOn(
  { method, url, headers, body }: WholeRequest,
  { target, dispatcher }: RecorderOptions,
): Promise<Passed> {
  try {
    const reply = await ask(new URL(target + url), {
      method: method as Dispatcher.HttpMethod,
      headers: endToEnd(headers),
      ...(body.length > 0 && { body }),
      dispatcher,
      signal: AbortSignal.timeout(REPLY_MS_MAX),
    })
    const bytes = Buffer.from(await reply.body.arrayBuffer())
    const { statusCode: status } = reply
    const kept = endToEnd(definedHeaders(reply.headers))
    return { reply: { status, headers: kept, body: bytes } }
  } catch (error) {
    const { code, name } = Object(error)
    return { failure: String(code ?? name ?? 'unknown') }
  }
}

/** As a gateway says it (RFC 9110, 15.6.3). */
function unreachable(reason: string): WholeReply {
  const message = text('recorder.away', { reason }, 'zh-CN')
  const body = Buffer.from(JSON.stringify({ code: -1, message }))
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  return { status: 502, headers, body }
}

function endToEnd(headers: WholeReply['headers']): WholeReply['headers'] {
  const entries = Object.entries(headers)
  return Object.fromEntries(
    entries.filter(([name]) => !OF_THE_CONNECTION.has(name.toLowerCase())),
  )
}

function keeper(
  file: RecordingFile,
  { party, onExchange, onLost }: RecorderOptions,
) {
  const disguise: Disguise = createDisguise()
  let number = 0
  return (request: WholeRequest, passed: Passed, ms: number) => {
    try {
      const read = (body: Buffer) => readMessage(body, party, disguise)
      const [path = ''] = request.url.split('?')
      const kept: Exchange = {
        number: number + 1,
        path: disguise.path(path),
        request: read(request.body),
        ...('reply' in passed
          ? { status: passed.reply.status, reply: read(passed.reply.body) }
          : { failure: passed.failure }),
        ms: Math.round(ms),
      }
      file.append(kept)
      number = kept.number
      onExchange?.(kept)
    } catch (error) {
      onLost?.(error instanceof Error ? error : new Error(String(error)))
    }
  }
}
