/**
 * /sandbox/…: how the command line, the console and tests act as the people,
 * the channels and the management centre.
 * @module
 */

import { done } from './answers.js'
import { addChannelRoutes } from './channel-routes.js'
import { addCodeRoutes } from './code-routes.js'
import { direct } from './direct.js'
import { addPeopleRoutes } from './people-routes.js'
import { prefixOf } from './provinces.js'
import type { SandboxServer } from './server.js'

/** Adds all of them. */
export function addControlRoutes(server: SandboxServer): void {
  server.get('/sandbox/health', () => ({ ok: true }))
  addPeopleRoutes(server)
  addCodeRoutes(server)
  addChannelRoutes(server)
  server.get('/sandbox/platforms', (request, reply) =>
    direct(request, reply, ({ platforms }) => {
      const provinces = platforms.all.map(({ province, notices }) => {
        const { digits, region, name } = province
        const prefix = prefixOf(digits)
        return { digits, region, name, prefix, notices: notices.all() }
      })
      return done({ provinces })
    }),
  )
}
