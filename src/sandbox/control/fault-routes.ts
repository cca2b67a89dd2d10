/**
 * /sandbox/faults: what is to go wrong.
 * @module
 */
import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import type { SandboxServer } from '../server.js'
import { SPACE_HEADER } from './contract.js'
import { spaceOf } from './exchange.js'
import { FAULTS_MAX } from './fault-book.js'
import { type Fault, type FaultOrder, faultOrder } from './fault-contract.js'
import { readOrder, refuse } from './refuse.js'
import type { Space } from './spaces.js'

const faultId = z.object({ id: z.coerce.number().int() })

/** Adds GET and POST /sandbox/faults, and DELETE of all or one of them. */
export function addFaultRoutes(server: SandboxServer): void {
  server.get('/sandbox/faults', request => ({
    faults: spaceOf(request).faults.list(),
  }))
  server.post('/sandbox/faults', async (request, reply) => {
    const order = readOrder(reply, faultOrder, request.body)
    if (!order) return reply
    const fault = await setFault(server, spaceOf(request), order)
    if (fault) return fault
    return refuse(reply, 409, 'control.faults-full', { max: FAULTS_MAX })
  })
  server.delete('/sandbox/faults', request => {
    clearFaults(spaceOf(request))
    return { faults: [] }
  })
  server.delete('/sandbox/faults/:id', (request, reply) => {
    const { faults, doors, events } = spaceOf(request)
    const { data } = faultId.safeParse(request.params)
    const removed = data && faults.remove(data.id)
    if (!removed) return refuse(reply, 404, 'control.no-fault')
    doors.shut(removed.id)
    events.publish('fault', { removed: removed.id })
    return removed
  })
}

/** Sets a fault in `space`; undefined where there are too many. */
export async function setFault(
  server: SandboxServer,
  { name, faults, doors, events }: Space,
  order: FaultOrder,
): Promise<Fault | undefined> {
  const fault = faults.add(order)
  if (!fault) return undefined
  const { tls } = fault.fault
  if (tls) {
    const { address } = server.server.address() as AddressInfo
    const answer = answerFor(server, name)
    fault.door = await doors.open(fault.id, tls, address, answer)
  }
  events.publish('fault', { added: { ...fault } })
  return fault
}

/** Removes all faults of `space`. */
export function clearFaults({ faults, doors, events }: Space): void {
  faults.clear()
  doors.close()
  events.publish('fault', { cleared: true })
}

/** Who comes by a door need not name its space. */
function answerFor(server: SandboxServer, space: string): RequestListener {
  return (request, response) => {
    if (space) request.headers[SPACE_HEADER] ??= space
    server.routing(request, response)
  }
}
