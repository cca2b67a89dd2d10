/**
 * Writes a request and what became of it into its space's journal.
 * @module
 */
import type { FastifyRequest } from 'fastify'
import { englishMeaning } from '../../dictionary/return-code-meanings.js'
import { type JsonObject, parseObject } from '../../envelope/json.js'
import { type Locale, text } from '../../texts/index.js'
import type { RequestSummary } from './contract.js'
import { spaceOf } from './exchange.js'
import { factsOf, innerFacts, type KeysOf, pathOf } from './facts.js'
import { describeFault } from './fault-words.js'
import type { Recorded } from './request-journal.js'

/** How it ended. */
interface Outcome {
  /** Of HTTP; 0 for none. */
  status: number
  /** What the platform said. */
  said?: string | undefined
  /** What was sent in its place. */
  sent?: Buffer | undefined
}

const EMPTY = Buffer.alloc(0)

/** Records `request`, and tells whoever watches. */
export function record(
  request: FastifyRequest,
  { status, said, sent }: Outcome,
  keysFor: KeysOf,
): void {
  const { exchange, body, rawBody, originalUrl, headers } = request
  if (!exchange) return
  const space = spaceOf(request)
  const { journal, events, clock } = space
  const { startedAt, trail, fault, inner } = exchange
  const facts = factsOf(originalUrl, body)
  const answer = parseObject(said ?? '')
  const code = typeof answer?.code === 'number' ? answer.code : null
  const recorded = journal.add({
    at: clock.now(),
    method: request.method,
    ...{ ...facts, route: pathOf(originalUrl) },
    ...(inner ?? innerFacts({ url: originalUrl, body, space }, keysFor)),
    status,
    code,
    ms: Math.round((performance.now() - startedAt) * 1000) / 1000,
    fault: fault?.id ?? null,
    url: originalUrl,
    headers: textHeaders(headers),
    body: rawBody ?? EMPTY,
    message: refusalIn(answer),
    ...{ said, sent, steps: trail.steps },
    struck: fault && { ...fault },
  })
  const line = lineOf(recorded)
  const { message, struck } = recorded
  events.tell('request', locale => ({
    ...line,
    why: why({ code, message, struck }, locale),
  }))
}

/** What a list shows of `recorded`, in `locale`. */
export function summaryOf(
  recorded: Recorded,
  locale: Locale | undefined,
): RequestSummary {
  return { ...lineOf(recorded), why: why(recorded, locale) }
}

/** What of it is in no language. */
function lineOf(recorded: Recorded): Omit<RequestSummary, 'why'> {
  const { id, at, method, route, transType, orgId, termId } = recorded
  const { status, code, ms, fault } = recorded
  return {
    ...{ id, at, method, route, transType, orgId, termId },
    ...{ status, code, ms, fault },
  }
}

/**
 * Why it was not answered well, '' where it was. A refusal is told as the
 * platform said it, but in English as table C.4 means it.
 */
export function why(
  { struck, code, message }: Pick<Recorded, 'struck' | 'code' | 'message'>,
  locale: Locale | undefined,
): string {
  if (struck)
    return text('control.struck', { fault: describeFault(struck) }, locale)
  if (locale !== 'en' || !message || code === null) return message
  return englishMeaning(code) ?? message
}

/** The platform's sentence, where it refuses. */
function refusalIn(answer: JsonObject | undefined): string {
  const { code, message } = answer ?? {}
  return code === 0 || typeof message !== 'string' ? '' : message
}

function textHeaders(headers: FastifyRequest['headers']) {
  const entries = Object.entries(headers).map(([name, value]) => [
    name,
    String(value),
  ])
  return Object.fromEntries(entries) as Record<string, string>
}
