/**
 * /sandbox/…: clock, faults, requests, events and state of a space, and which
 * spaces there are.
 * @module
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { SandboxServer } from '../server.js'
import { clockOrder, type SpaceSummary } from './contract.js'
import { streamEvents, WATCHERS_MAX } from './event-stream.js'
import { spaceOf } from './exchange.js'
import type { KeysOf } from './facts.js'
import { addFaultRoutes } from './fault-routes.js'
import { askedLocale } from './language.js'
import { readOrder, refuse } from './refuse.js'
import { addRequestRoutes } from './request-routes.js'
import type { Snapshots } from './snapshots.js'
import type { Space, Spaces } from './spaces.js'
import { addStateRoutes } from './state-routes.js'

export interface Directing {
  spaces: Spaces
  snapshots: Snapshots
  /** That the server listens with (PEM). */
  certificate: string
  /** Has the keys that requests are explained by. */
  keysFor: KeysOf
}

/** Adds all of them. */
export function addDirectingRoutes(
  server: SandboxServer,
  { spaces, snapshots, certificate, keysFor }: Directing,
): void {
  server.get('/sandbox/spaces', () => ({ spaces: spaces.list().map(summary) }))
  addClockRoutes(server)
  addFaultRoutes(server)
  addRequestRoutes(server, certificate, keysFor)
  addStateRoutes(server, snapshots)
  server.get('/sandbox/events', watch)
}

function summary({ name, journal, faults, clock }: Space): SpaceSummary {
  const { frozen } = clock.state()
  const { size: requests } = journal
  return { name, requests, faults: faults.list().length, frozen }
}

function addClockRoutes(server: SandboxServer): void {
  server.get('/sandbox/clock', request => spaceOf(request).clock.state())
  server.post('/sandbox/clock', (request, reply) => {
    const { clock, events } = spaceOf(request)
    const order = readOrder(reply, clockOrder, request.body)
    if (!order) return reply
    try {
      const state = clock.apply(order)
      events.publish('clock', state)
      return state
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return refuse(reply, 400, 'control.time')
    }
  })
}

const eventId = z.coerce.number().int().nonnegative()

function watch(request: FastifyRequest, reply: FastifyReply): void {
  const { events } = spaceOf(request)
  if (events.listeners >= WATCHERS_MAX)
    return void refuse(reply, 503, 'control.watchers', { max: WATCHERS_MAX })
  const lastId = eventId.safeParse(request.headers['last-event-id'])
  reply.hijack()
  const locale = askedLocale(request)
  streamEvents(events, reply.raw, lastId.data, { locale })
}
