/**
 * Asks a platform over HTTPS (XJ-D01-2019, A.1.2: POST, JSON, UTF-8).
 * @module
 */
import { type Agent, request } from 'undici'
import { decodeText } from '../charset.js'
import { Failure } from '../failure.js'
import { judgeReply, type PlatformReply } from './judge.js'
import { type AllowedPlatform, findTarget } from './targets.js'
import { ANSWER_BYTES_MAX, connectionsTo, PIN_MISMATCH } from './trust.js'

/** A platform that strUrl names and the allow list permits. */
export interface Target {
  url: URL
  /**
   * Posts `body` once and judges the reply. A request that may have arrived is
   * never sent twice: what it did is unknown.
   *
   * Rejects with a Failure, or with the signal's reason.
   */
  post(
    body: Record<string, unknown>,
    signal: AbortSignal,
  ): Promise<PlatformReply>
}

export interface PlatformClient {
  /** Fails with url-malformed or url-not-allowed. */
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
  const agents = new Map<string, Agent>()

  function agentFor(platform: AllowedPlatform): Agent {
    const key = JSON.stringify([platform.url, platform.pin, platform.caFile])
    const agent = agents.get(key) ?? connectionsTo(platform)
    agents.set(key, agent)
    return agent
  }

  return {
    target(strUrl) {
      const { url, platform } = findTarget(strUrl, allowList())
      const agent = agentFor(platform)
      return { url, post: (body, signal) => post(url, body, agent, signal) }
    },
    close: async () => {
      await Promise.all([...agents.values()].map(agent => agent.destroy()))
    },
  }
}

async function post(
  url: URL,
  body: Record<string, unknown>,
  dispatcher: Agent,
  signal: AbortSignal,
): Promise<PlatformReply> {
  try {
    const response = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      dispatcher,
      signal,
    })
    const bytes = Buffer.from(await response.body.arrayBuffer())
    const text = decodeText(bytes, 'utf-8') ?? decodeText(bytes, 'gb18030')
    return judgeReply(response.statusCode, text ?? '', url.origin)
  } catch (error) {
    if (signal.aborted) throw signal.reason
    throw failureOf(error, url.origin)
  }
}

function failureOf(error: unknown, origin: string): Failure {
  if (error instanceof Failure) return error
  const reason = codeOf(error)
  const options = { cause: error }
  if (reason === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') {
    const limit = ANSWER_BYTES_MAX
    return new Failure('platform-too-long', { origin, limit }, options)
  }
  if (CUT.has(reason)) return new Failure('platform-cut', { origin }, options)
  const symbol = UNTRUSTED.test(reason)
    ? 'platform-untrusted'
    : 'platform-unreachable'
  return new Failure(symbol, { origin, reason }, options)
}

const CUT = new Set([
  'UND_ERR_SOCKET',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'UND_ERR_ABORTED',
  'ECONNRESET',
  'EPIPE',
])

/** OpenSSL's and Node's names for certificates that are not to be trusted. */
const UNTRUSTED = new RegExp(
  `^(${PIN_MISMATCH}|CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)`,
)

function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown }
  return String(code ?? name ?? 'unknown')
}
