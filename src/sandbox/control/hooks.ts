/**
 * What happens to every request before and behind its route: it finds its
 * space, meets its fault, and is recorded.
 * @module
 */
import type { FastifyRequest } from 'fastify'
import { isOurs } from '../ours.js'
import type { SandboxServer } from '../server.js'
import { KeptTrail } from '../trail.js'
import { SPACE_HEADER, spaceName } from './contract.js'
import { factsOf, innerFacts, type KeysOf, pathOf } from './facts.js'
import { endInstead, meetFault } from './meet-fault.js'
import { record } from './record.js'
import { refuse } from './refuse.js'
import { watchConnections } from './reset-connection.js'
import type { Space, Spaces } from './spaces.js'
import { spoil } from './spoil.js'

/** A browser's EventSource has no headers: there the address may say it. */
const WATCHED = /^\/sandbox\/events$/

/** Adds the hooks; routes that are added later have them too. */
export function addHooks(
  server: SandboxServer,
  spaces: Spaces,
  keysFor: KeysOf,
): void {
  watchConnections(server.server)
  server.addHook('onClose', async () => spaces.close())
  server.decorateRequest('exchange', null)
  server.decorateRequest('rawBody', null)
  server.addHook('onRequest', (request, reply, done) => {
    request.exchange = { startedAt: performance.now(), trail: new KeptTrail() }
    const said = spaceSaid(request)
    if (said === undefined) return done()
    const named = spaceName.safeParse(said)
    if (!named.success) return void refuse(reply, 400, 'control.space')
    request.exchange.space = spaces.open(named.data)
    done()
  })
  server.addHook('preHandler', (request, reply, done) => {
    const { exchange } = request
    if (!exchange) return done()
    const { orgId } = factsOf(request.url, request.body)
    exchange.space ??= spaces.ofInstitution(orgId)
    if (isOurs(request) || request.is404) return done()
    strike(request, exchange.space, keysFor)
    const unanswered = () => record(request, { status: 0 }, keysFor)
    meetFault(request, reply, done, unanswered)
  })
  server.addHook<unknown>('onSend', (request, reply, payload, done) => {
    const { exchange } = request
    if (!exchange || isOurs(request)) return done(null, payload)
    exchange.space ??= spaces.common
    const { clock } = exchange.space
    reply.header('date', new Date(clock.now()).toUTCString())
    const answer = String(payload ?? '')
    const fault = exchange.fault?.fault ?? {}
    const said = fault.http === undefined ? answer : undefined
    const sent =
      said === undefined
        ? undefined
        : spoil(said, fault, exchange.space.faultChance.draw)
    const status = fault.cut ? 0 : reply.statusCode
    record(request, { status, said, sent }, keysFor)
    if (!fault.cut) return done(null, sent ?? answer)
    endInstead(reply, Buffer.byteLength(answer), sent)
  })
}

/** The name of a space, in the header or in ?space=; undefined for neither. */
function spaceSaid({ headers, url, query }: FastifyRequest): unknown {
  const header = headers[SPACE_HEADER]
  if (header !== undefined || !WATCHED.test(pathOf(url))) return header
  return (query as { space?: unknown }).space
}

function strike(request: FastifyRequest, space: Space, keysFor: KeysOf) {
  if (!request.exchange || space.faults.isEmpty) return
  const facts = factsOf(request.url, request.body)
  const { url, body } = request
  const inner = innerFacts({ url, body, space }, keysFor)
  request.exchange.inner = inner
  const fault = space.faults.strike({ ...facts, termId: inner.termId })
  if (!fault) return
  request.exchange.fault = fault
  space.events.publish('fault', { struck: { ...fault } })
}
