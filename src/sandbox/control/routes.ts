/**
 * /sandbox/…: clock, faults, requests, events and state of a space.
 * @module
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { SandboxServer } from '../server.js'
import { clockOrder } from './contract.js'
import { streamEvents, WATCHERS_MAX } from './event-stream.js'
import { spaceOf } from './exchange.js'
import type { PartyOf } from './facts.js'
import { addFaultRoutes } from './fault-routes.js'
import { askedLocale } from './language.js'
import { readOrder, refuse } from './refuse.js'
import { addRequestRoutes } from './request-routes.js'
import type { Snapshots } from './snapshots.js'
import { addStateRoutes } from './state-routes.js'

/**
 * Adds all of them to `server`, which listens with `certificate` (PEM);
 * `partyOf` has the keys that requests are explained by.
 */
export function addDirectingRoutes(
  server: SandboxServer,
  certificate: string,
  partyOf: PartyOf,
  snapshots: Snapshots,
): void {
  addClockRoutes(server)
  addFaultRoutes(server)
  addRequestRoutes(server, certificate, partyOf)
  addStateRoutes(server, snapshots)
  server.get('/sandbox/events', watch)
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
