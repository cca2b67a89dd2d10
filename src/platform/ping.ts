/**
 * Tries the way to a platform step by step, as a call would go it.
 * @module
 */
import { lookup } from 'node:dns/promises'
import { connect, type Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import { TLSSocket } from 'node:tls'
import { KeyFileError } from '../gm/key-file.js'
import { systemLocale, text } from '../texts/index.js'
import { failureOf } from './faults.js'
import { ANSWER_MS, compareClocks, trySignature } from './ping-exchange.js'
import { bad, good, type PingFinding } from './ping-finding.js'
import type { AllowedPlatform } from './targets.js'
import { CONNECT_MS, connectorTo } from './trust.js'
import { openConnection } from './warm.js'

/** A certificate that ends sooner is to be renewed now. */
export const EXPIRY_DAYS_MIN = 14

const DAY_MS = 86_400_000

/**
 * Goes to `url` as `platform` says; a step that fails is the last. The
 * signature is tried with an ec.query that lacks every field, which a platform
 * refuses without doing anything. Never rejects.
 */
export async function pingPlatform(
  url: URL,
  platform: AllowedPlatform,
  clock: () => number = Date.now,
): Promise<PingFinding[]> {
  const near = platform.proxy ? new URL(platform.proxy) : url
  const steps: [PingFinding['about'], () => Promise<PingFinding>][] = [
    ['address', () => findAddress(near)],
    ['tcp', () => reach(near)],
    ['tls', () => examineTls(url, platform, clock())],
    ['clock', () => compareClocks(url, platform, clock)],
    ['signature', () => trySignature(url, platform)],
  ]
  const findings: PingFinding[] = []
  for (const [about, step] of steps) {
    const finding = await step().catch(error => {
      const sentence = sentenceOf(error, url.origin)
      return { about, well: false, sentence }
    })
    findings.push(finding)
    if (!finding.well && about !== 'clock') break
  }
  return findings
}

async function findAddress({ hostname }: URL): Promise<PingFinding> {
  const host = bare(hostname)
  const found = await within(CONNECT_MS, lookup(host, { all: true }))
  const addresses = found.map(({ address }) => address).join(', ')
  return good('address', 'ping.address', { host, addresses })
}

async function reach(url: URL): Promise<PingFinding> {
  const startedAt = performance.now()
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  const socket = connect({ host: bare(url.hostname), port })
  try {
    await within(CONNECT_MS, connected(socket))
  } finally {
    socket.destroy()
  }
  return good('tcp', 'ping.tcp', { host: url.host, ms: since(startedAt) })
}

async function examineTls(
  url: URL,
  platform: AllowedPlatform,
  now: number,
): Promise<PingFinding> {
  const startedAt = performance.now()
  const socket = await openConnection(connectorTo(platform), url)
  try {
    return describe(socket, platform, now, since(startedAt))
  } finally {
    socket.destroy()
  }
}

function describe(
  socket: Socket,
  { pin }: AllowedPlatform,
  now: number,
  ms: number,
): PingFinding {
  if (!(socket instanceof TLSSocket)) return good('tls', 'ping.tls.plain')
  const date = socket.getPeerCertificate().valid_to
  const days = Math.floor((Date.parse(date) - now) / DAY_MS)
  if (days < EXPIRY_DAYS_MIN)
    return bad('tls', 'ping.tls.expires', { days, date })
  const trust = text(pin ? 'ping.tls.pin' : 'ping.tls.authority')
  const protocol = socket.getProtocol() ?? ''
  return good('tls', 'ping.tls', { protocol, days, trust, ms })
}

function connected(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('connect', resolve).once('error', reject)
  })
}

/** Rejects after `ms`; what is waited for is left alone. */
function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const late = () => reject(AbortSignal.abort().reason)
    const timer = setTimeout(late, ms)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

function sentenceOf(error: unknown, origin: string): string {
  const { name } = error as Error
  if (name === 'TimeoutError' || name === 'AbortError')
    return text('ping.time-out', { limit: ANSWER_MS })
  if (error instanceof KeyFileError) return error.message
  return failureOf(error, origin).sentence(systemLocale())
}

/** Without the brackets of IPv6. */
function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '')
}

function since(startedAt: number): number {
  return Math.round(performance.now() - startedAt)
}
