/**
 * /sandbox/channels: the management centre, where channels are applied for,
 * decided about and suspended (Appendix D).
 * @module
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { done, type Outcome } from '../answers.js'
import { check } from '../check.js'
import {
  application,
  apply,
  type Feedback,
  review,
  secretsFor,
  suspend,
} from '../nation/channel-centre.js'
import type { Platforms } from '../platforms.js'
import type { SandboxServer } from '../server.js'
import { NO_TRAIL } from '../trail.js'
import { direct } from './direct.js'
import { reviewOrder, suspendOrder } from './people-contract.js'

const parameters = z.object({ id: z.string() })

/** Adds all of them. */
export function addChannelRoutes(server: SandboxServer): void {
  server.get('/sandbox/channels', (request, reply) =>
    direct(request, reply, ({ platforms: { nation } }) => {
      const channels = nation.channels.all().map(channel => {
        const secrets = secretsFor(nation, channel)
        return { channel, ...(secrets && { secrets }) }
      })
      return done({ channels })
    }),
  )
  server.post('/sandbox/channels', (request, reply) =>
    decide(request, reply, async ({ nation }) => {
      const form = check(application, request.body, NO_TRAIL)
      return form.ok ? apply(nation, form.value) : form
    }),
  )
  server.post('/sandbox/channels/:id/review', (request, reply) =>
    decide(request, reply, async ({ nation }) => {
      const order = check(reviewOrder, request.body, NO_TRAIL)
      if (!order.ok) return order
      const { id } = parameters.parse(request.params)
      return review(nation, id, order.value.approve)
    }),
  )
  server.post('/sandbox/channels/:id/suspend', (request, reply) =>
    decide(request, reply, async ({ nation }) => {
      const order = check(suspendOrder, request.body, NO_TRAIL)
      if (!order.ok) return order
      const { id } = parameters.parse(request.params)
      return suspend(nation, id, order.value.suspended)
    }),
  )
}

/** Sends what `act` comes to, and tells who watches of the channel. */
function decide(
  request: FastifyRequest,
  reply: FastifyReply,
  act: (platforms: Platforms) => Promise<Outcome<Feedback>>,
) {
  return direct(request, reply, async ({ platforms, events }) => {
    const outcome = await act(platforms)
    if (outcome.ok) events.publish('channel', { id: outcome.value.channel.id })
    return outcome
  })
}
