/**
 * /sandbox/reset, /sandbox/snapshots and /sandbox/scenarios: a space as a
 * whole.
 * @module
 */
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { durably } from '../../store/group-commit.js'
import type { SandboxServer } from '../server.js'
import { type ResetDone, snapshotOrder } from './contract.js'
import { spaceOf } from './exchange.js'
import { askedLocale } from './language.js'
import { readOrder, refuse } from './refuse.js'
import { emptiedOf, reset } from './reset.js'
import { listScenarios, setUpScenario } from './scenarios.js'
import { SNAPSHOTS_MAX, type Snapshots } from './snapshots.js'

/** Adds all of them; `snapshots` are those of every space. */
export function addStateRoutes(
  server: SandboxServer,
  snapshots: Snapshots,
): void {
  server.post('/sandbox/reset', async request => {
    const space = spaceOf(request)
    await durably(space, () => reset(space))
    const clock = space.clock.state()
    return { clock, ...emptiedOf(space) } satisfies ResetDone
  })
  addSnapshotRoutes(server, snapshots)
  addScenarioRoutes(server)
}

function addSnapshotRoutes(server: SandboxServer, snapshots: Snapshots): void {
  server.get('/sandbox/snapshots', () => ({ snapshots: snapshots.list() }))
  server.post('/sandbox/snapshots', async (request, reply) => {
    const order = readOrder(reply, snapshotOrder, request.body)
    if (!order) return reply
    const space = spaceOf(request)
    const saved = await durably(space, () => snapshots.save(order.name, space))
    if (saved) return saved
    return refuse(reply, 409, 'control.snapshots-full', { max: SNAPSHOTS_MAX })
  })
  server.post('/sandbox/snapshots/:name/load', async (request, reply) => {
    const space = spaceOf(request)
    const loaded = await durably(space, () =>
      snapshots.load(server, nameIn(request), space),
    )
    return loaded ?? refuse(reply, 404, 'control.no-snapshot')
  })
  server.delete('/sandbox/snapshots/:name', (request, reply) => {
    const removed = snapshots.remove(nameIn(request))
    return removed ?? refuse(reply, 404, 'control.no-snapshot')
  })
}

function addScenarioRoutes(server: SandboxServer): void {
  server.get('/sandbox/scenarios', request => ({
    scenarios: listScenarios(askedLocale(request)),
  }))
  server.post('/sandbox/scenarios/:name', async (request, reply) => {
    const space = spaceOf(request)
    const setUp = await durably(space, () =>
      setUpScenario(server, nameIn(request), space, askedLocale(request)),
    )
    if (setUp) return setUp
    const known = listScenarios().map(({ name }) => name)
    const names = known.join(', ')
    return refuse(reply, 404, 'control.no-scenario', { names })
  })
}

/** What a path names; Fastify has decoded it. */
function nameIn({ params }: FastifyRequest): string {
  return z.object({ name: z.string() }).parse(params).name
}
