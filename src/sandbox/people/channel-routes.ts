/**
 * /sandbox/channels: the management centre, where channels are applied for,
 * decided about and suspended (Appendix D).
 * @module
 */
import { z } from 'zod'
import { done } from '../answers.js'
import { check } from '../check.js'
import {
  application,
  apply,
  review,
  secretsFor,
  suspend,
} from '../nation/channel-centre.js'
import type { SandboxServer } from '../server.js'
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
    direct(request, reply, async ({ platforms }) => {
      const form = check(application, request.body)
      return form.ok ? apply(platforms.nation, form.value) : form
    }),
  )
  server.post('/sandbox/channels/:id/review', (request, reply) =>
    direct(request, reply, async ({ platforms }) => {
      const order = check(reviewOrder, request.body)
      if (!order.ok) return order
      const { id } = parameters.parse(request.params)
      return review(platforms.nation, id, order.value.approve)
    }),
  )
  server.post('/sandbox/channels/:id/suspend', (request, reply) =>
    direct(request, reply, async ({ platforms }) => {
      const order = check(suspendOrder, request.body)
      if (!order.ok) return order
      const { id } = parameters.parse(request.params)
      return suspend(platforms.nation, id, order.value.suspended)
    }),
  )
}
