/**
 * The steps of a ping that ask the platform something.
 * @module
 */
import { type Dispatcher, request } from 'undici'
import { SKEW_MS_MAX } from '../envelope/clock.js'
import { parseObject } from '../envelope/json.js'
import { isEnvelope } from '../envelope/open.js'
import { createEnveloper } from './enveloper.js'
import { bad, good, type PingFinding } from './ping-finding.js'
import type { AllowedPlatform } from './targets.js'
import { connectionsTo } from './trust.js'

/** A platform that needs longer for nothing has a fault of its own. */
export const ANSWER_MS = 10_000

/** How far the platform's clock is from `clock`. */
export async function compareClocks(
  url: URL,
  platform: AllowedPlatform,
  clock: () => number,
): Promise<PingFinding> {
  const response = await ask(url, platform, { method: 'HEAD' })
  const { status, date } = response
  if (!date) return good('clock', 'ping.clock.none', { status })
  const ms = Date.parse(String(date)) - clock()
  const seconds = Math.round(ms / 1000)
  const limit = SKEW_MS_MAX / 1000
  if (Math.abs(ms) > SKEW_MS_MAX)
    return bad('clock', 'ping.clock.far', { seconds, limit })
  return good('clock', 'ping.clock', { seconds, status })
}

/** Whether each side takes the other's signature. */
export async function trySignature(
  url: URL,
  platform: AllowedPlatform,
): Promise<PingFinding> {
  if (!platform.envelope) return good('signature', 'ping.signature.plain')
  const enveloper = createEnveloper(platform.envelope)
  const body = { transType: 'ec.query', data: {} }
  const { status, content } = await ask(url, platform, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(enveloper.seal(body)),
  })
  const reply = parseObject(content)
  if (!reply) return bad('signature', 'ping.signature.no-json', { status })
  const code = String(reply.code)
  if (isEnvelope(reply)) {
    enveloper.open(reply, body)
    return good('signature', 'ping.signature', { code })
  }
  const message = String(reply.message ?? '')
  // An entry's url ends before the address, so nothing may answer there.
  if (code === '-5')
    return bad('signature', 'ping.signature.no-address', { message })
  return bad('signature', 'ping.signature.refused', { code, message })
}

type Question = Pick<Dispatcher.RequestOptions, 'headers' | 'body'> & {
  method: 'HEAD' | 'POST'
}

async function ask(url: URL, platform: AllowedPlatform, question: Question) {
  const dispatcher = connectionsTo(platform)
  try {
    const response = await request(url, {
      ...question,
      dispatcher,
      signal: AbortSignal.timeout(ANSWER_MS),
    })
    const { statusCode: status, headers, body } = response
    return { status, date: headers.date, content: await body.text() }
  } finally {
    await dispatcher.destroy()
  }
}
