/**
 * /sandbox/…: how the command line, the console and tests act as the people,
 * the channels and the management centre.
 * @module
 */

import { z } from 'zod'
import { done } from '../answers.js'
import { check } from '../check.js'
import type { Platform } from '../platform.js'
import { prefixOf } from '../provinces.js'
import type { SandboxServer } from '../server.js'
import { NO_TRAIL } from '../trail.js'
import { addChannelRoutes } from './channel-routes.js'
import { addCodeRoutes } from './code-routes.js'
import { direct, placeCalled } from './direct.js'
import { limitOrder, type platformShown } from './people-contract.js'
import { addPeopleRoutes } from './people-routes.js'

/** Adds all of them. */
export function addControlRoutes(server: SandboxServer): void {
  server.get('/sandbox/health', () => ({ ok: true }))
  addPeopleRoutes(server)
  addCodeRoutes(server)
  addChannelRoutes(server)
  addPlatformsRoutes(server)
}

function addPlatformsRoutes(server: SandboxServer): void {
  server.get('/sandbox/platforms', (request, reply) =>
    direct(request, reply, ({ platforms }) =>
      done({ provinces: platforms.all.map(showPlatform) }),
    ),
  )
  server.post('/sandbox/platforms/:digits/limit', (request, reply) =>
    direct(request, reply, ({ platforms, events }) => {
      const order = check(limitOrder, request.body, NO_TRAIL)
      if (!order.ok) return order
      const place = placeCalled(parameters.parse(request.params).digits)
      if (!place.ok) return place
      const platform = platforms.province(place.value)
      platform.limit.perSecond = order.value.perSecond ?? undefined
      events.publish('platform', { digits: place.value })
      return done(showPlatform(platform))
    }),
  )
}

const parameters = z.object({ digits: z.string() })

function showPlatform({
  province,
  notices,
  limit,
}: Platform): z.infer<typeof platformShown> {
  const { digits, region, name } = province
  return {
    ...{ digits, region, name, prefix: prefixOf(digits) },
    perSecond: limit.perSecond ?? null,
    notices: notices.all(),
  }
}
