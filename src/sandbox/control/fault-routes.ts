/**
 * /sandbox/faults: what is to go wrong.
 * @module
 */
import { z } from 'zod'
import type { SandboxServer } from '../server.js'
import { spaceOf } from './exchange.js'
import { FAULTS_MAX } from './fault-book.js'
import { faultOrder } from './fault-contract.js'
import { readOrder, refuse } from './refuse.js'
import { clearFaults, removeFault, setFault } from './set-fault.js'

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
    const { data } = faultId.safeParse(request.params)
    const removed = data && removeFault(spaceOf(request), data.id)
    return removed ?? refuse(reply, 404, 'control.no-fault')
  })
}
