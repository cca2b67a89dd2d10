/**
 * The faults that are set in a space, and which of them strikes a request.
 * @module
 */
import type { Random } from '../platform.js'
import type { Fault, FaultOrder } from './fault-contract.js'

/** More than anybody sets by hand; each request is compared with all. */
export const FAULTS_MAX = 200

/** What of a request a fault is chosen by. */
export interface Struck {
  route: string
  transType: string
  termId: string
  orgId: string
}

const CRITERIA = ['route', 'transType', 'termId', 'orgId'] as const

export class FaultBook {
  readonly #faults: Fault[] = []
  readonly #random: Random
  #lastId = 0

  /** `random` decides where a fault has a probability. */
  constructor(random: Random) {
    this.#random = random
  }

  get isEmpty(): boolean {
    return this.#faults.length === 0
  }

  list(): readonly Fault[] {
    return this.#faults
  }

  /** Undefined where there are {@link FAULTS_MAX} already. */
  add(order: FaultOrder): Fault | undefined {
    if (this.#faults.length >= FAULTS_MAX) return undefined
    this.#lastId += 1
    const fault = { ...order, id: this.#lastId, struck: 0 }
    this.#faults.push(fault)
    return fault
  }

  /** What was removed; undefined where there is no such fault. */
  remove(id: number): Fault | undefined {
    const at = this.#faults.findIndex(fault => fault.id === id)
    return at < 0 ? undefined : this.#faults.splice(at, 1)[0]
  }

  clear(): void {
    this.#faults.length = 0
  }

  /**
   * The first fault that is meant for this request and that chance lets
   * strike; one with a count is gone when it has struck that often.
   */
  strike(request: Struck): Fault | undefined {
    const fault = this.#faults.find(
      one => !one.fault.tls && isFor(one, request) && this.#happens(one),
    )
    if (!fault) return undefined
    fault.struck += 1
    if (fault.struck === fault.count) this.remove(fault.id)
    return fault
  }

  #happens({ probability = 1 }: Fault): boolean {
    if (probability === 1) return true
    return this.#random(4).readUInt32BE() / 2 ** 32 < probability
  }
}

function isFor(fault: Fault, request: Struck): boolean {
  return CRITERIA.every(
    name => fault[name] === undefined || fault[name] === request[name],
  )
}
