/**
 * Writes a request and what became of it into its space's journal.
 * @module
 */
import type { FastifyRequest } from 'fastify'
import { parseObject } from '../../envelope/json.js'
import { text } from '../../texts/index.js'
import type { RequestSummary } from './contract.js'
import { spaceOf } from './exchange.js'
import { factsOf, innerFacts, type PartyOf, pathOf } from './facts.js'
import { describeFault } from './fault-words.js'

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
  partyOf: PartyOf,
): void {
  const { exchange, body, rawBody, originalUrl, headers } = request
  if (!exchange) return
  const { journal, events, clock } = spaceOf(request)
  const { startedAt, steps, fault } = exchange
  const facts = factsOf(originalUrl, body)
  const answer = parseObject(said ?? '')
  const code = typeof answer?.code === 'number' ? answer.code : null
  const recorded = journal.add({
    at: clock.now(),
    method: request.method,
    ...{ ...facts, route: pathOf(originalUrl) },
    ...innerFacts(body, partyOf),
    status,
    code,
    ms: Math.round((performance.now() - startedAt) * 1000) / 1000,
    why: whyOf(code, answer?.message, fault && describeFault(fault)),
    fault: fault?.id ?? null,
    url: originalUrl,
    headers: textHeaders(headers),
    body: rawBody ?? EMPTY,
    ...{ said, sent, steps },
    struck: fault && { ...fault },
  })
  events.publish('request', summaryOf(recorded))
}

/** What a list shows of `recorded`. */
export function summaryOf(recorded: RequestSummary): RequestSummary {
  const { id, at, method, route, transType, orgId, termId } = recorded
  const { status, code, ms, why, fault } = recorded
  return {
    ...{ id, at, method, route, transType, orgId, termId },
    ...{ status, code, ms, why, fault },
  }
}

function whyOf(
  code: number | null,
  message: unknown,
  fault: string | undefined,
): string {
  if (fault) return text('control.struck', { fault })
  return code === 0 || typeof message !== 'string' ? '' : message
}

function textHeaders(headers: FastifyRequest['headers']) {
  const entries = Object.entries(headers).map(([name, value]) => [
    name,
    String(value),
  ])
  return Object.fromEntries(entries) as Record<string, string>
}
