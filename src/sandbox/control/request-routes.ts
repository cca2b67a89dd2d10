/**
 * /sandbox/requests: what was asked, what became of it, and the same again.
 * @module
 */
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Locale } from '../../texts/index.js'
import type { SandboxServer } from '../server.js'
import type { RequestWhole, ShownBytes } from './contract.js'
import { spaceOf } from './exchange.js'
import { explainRequest } from './explain-request.js'
import type { KeysOf } from './facts.js'
import { askedLocale } from './language.js'
import { summaryOf } from './record.js'
import { readOrder, refuse } from './refuse.js'
import { replay } from './replay.js'
import { JOURNAL_REQUESTS_MAX, type Recorded } from './request-journal.js'
import type { Space } from './spaces.js'

/** As many as a screen shows. */
const LIST_DEFAULT = 100

const page = z.object({
  after: z.coerce.number().int().nonnegative().optional(),
  limit: z.coerce
    .number()
    .int()
    .positive()
    .max(JOURNAL_REQUESTS_MAX)
    .default(LIST_DEFAULT),
})

const requestId = z.object({ id: z.coerce.number().int() })

/**
 * Adds the list, one request whole, and its replay on the `server`, which
 * listens with `certificate` (PEM).
 */
export function addRequestRoutes(
  server: SandboxServer,
  certificate: string,
  keysFor: KeysOf,
): void {
  server.get('/sandbox/requests', (request, reply) => {
    const asked = readOrder(reply, page, request.query)
    if (!asked) return reply
    const { journal } = spaceOf(request)
    const locale = askedLocale(request)
    const listed = journal.list(asked.after, asked.limit)
    return { requests: listed.map(one => summaryOf(one, locale)) }
  })
  server.get('/sandbox/requests/:id', (request, reply) => {
    const recorded = find(request)
    if (!recorded) return refuse(reply, 404, 'control.no-request')
    return wholeOf(recorded, spaceOf(request), {
      keysFor,
      locale: askedLocale(request),
    })
  })
  server.post('/sandbox/requests/:id/replay', async (request, reply) => {
    const recorded = find(request)
    if (!recorded) return refuse(reply, 404, 'control.no-request')
    return replay(server, certificate, spaceOf(request), recorded)
  })
}

function find(request: FastifyRequest): Recorded | undefined {
  const { data } = requestId.safeParse(request.params)
  return data && spaceOf(request).journal.find(data.id)
}

async function wholeOf(
  recorded: Recorded,
  space: Space,
  { keysFor, locale }: { keysFor: KeysOf; locale: Locale | undefined },
): Promise<RequestWhole> {
  const { url, headers, body, said, sent, struck } = recorded
  return {
    ...summaryOf(recorded, locale),
    ...{ url, headers: { ...headers }, body: shown(body) },
    said: said ?? null,
    sent: sent ? shown(sent) : null,
    struck: struck ?? null,
    explanation: await explainRequest(recorded, space, keysFor, locale),
  }
}

function shown(bytes: Buffer): ShownBytes {
  const content = bytes.toString()
  return Buffer.from(content).equals(bytes)
    ? { encoding: 'utf-8', content }
    : { encoding: 'base64', content: bytes.toString('base64') }
}
