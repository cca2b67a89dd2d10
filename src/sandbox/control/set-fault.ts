/**
 * Faults of a space, with their doors, and whoever watches told of them.
 * @module
 */
import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SandboxServer } from '../server.js'
import { SPACE_HEADER } from './contract.js'
import type { Fault, FaultOrder } from './fault-contract.js'
import type { Space } from './spaces.js'

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

/** Removes one fault of `space`; undefined where there is no such. */
export function removeFault(
  { faults, doors, events }: Space,
  id: number,
): Fault | undefined {
  const removed = faults.remove(id)
  if (!removed) return undefined
  doors.shut(id)
  events.publish('fault', { removed: id })
  return removed
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
