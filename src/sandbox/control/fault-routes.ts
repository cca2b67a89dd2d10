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

const faultId = z.object({ id: z.coerce.number().int() })

/** Adds GET and POST /sandbox/faults, and DELETE of all or one of them. */
export function addFaultRoutes(server: SandboxServer): void {
  server.get('/sandbox/faults', request => ({
    faults: spaceOf(request).faults.list(),
  }))
  server.post('/sandbox/faults', (request, reply) => {
    const { faults, events } = spaceOf(request)
    const order = readOrder(reply, faultOrder, request.body)
    if (!order) return reply
    const fault = faults.add(order)
    if (!fault)
      return refuse(reply, 409, 'control.faults-full', { max: FAULTS_MAX })
    events.publish('fault', { added: { ...fault } })
    return fault
  })
  server.delete('/sandbox/faults', request => {
    const { faults, events } = spaceOf(request)
    faults.clear()
    events.publish('fault', { cleared: true })
    return { faults: [] }
  })
  server.delete('/sandbox/faults/:id', (request, reply) => {
    const { faults, events } = spaceOf(request)
    const { data } = faultId.safeParse(request.params)
    const removed = data && faults.remove(data.id)
    if (!removed) return refuse(reply, 404, 'control.no-fault')
    events.publish('fault', { removed: removed.id })
    return removed
  })
}
