/**
 * What accompanies a request through the server, and what a route asks it
 * before it answers.
 * @module
 */
import type { FastifyRequest } from 'fastify'
import type { Kept } from '../../store/group-commit.js'
import { type Failure, failure } from '../answers.js'
import type { KeptTrail, Trail } from '../trail.js'
import type { InnerFacts } from './facts.js'
import type { Fault } from './fault-contract.js'
import type { Space } from './spaces.js'

/** One request on its way. */
export interface Exchange {
  /** Undefined until it is known whose it is. */
  space?: Space
  /** By performance.now. */
  startedAt: number
  /** Undefined until somebody has read its data. */
  inner?: InnerFacts
  /** The fault that strikes it. */
  fault?: Fault
  /** What is compared to answer it. */
  trail: KeptTrail
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Null where the address could not even be read. */
    exchange: Exchange | null
    /** The body as it came; null where it was not read. */
    rawBody: Buffer | null
  }
}

/** How far in the past a stale answer is: longer than any clock is wrong. */
export const STALE_MS = 24 * 3_600_000

/** What was directed for a request. */
export interface Directed {
  space: Space
  /** By which the request is judged. */
  now: number
  /** By which the answer is sealed. */
  repliedAt: number
  /** Where it is noted what is compared. */
  trail: Trail
  /** Of what is written for the answer. */
  watch(): Kept
  /** The answer that a fault puts in place of the platform's. */
  refusal: Failure | undefined
}

/** What whoever answers `request` must go by. */
export function directed(request: FastifyRequest): Directed {
  const { space, fault: struck, trail } = underWay(request)
  const { code, stale } = struck?.fault ?? {}
  const now = space.clock.now()
  return {
    ...{ space, now, trail, watch: space.watch },
    repliedAt: stale ? now - STALE_MS : now,
    refusal: code === undefined ? undefined : failure(code),
  }
}

/** The space that `request` belongs to; every route may rely on it. */
export function spaceOf(request: FastifyRequest): Space {
  return underWay(request).space
}

function underWay({ exchange }: FastifyRequest) {
  if (!exchange?.space)
    throw new Error('exchange: a route was called without its hooks')
  const { space, fault, trail } = exchange
  return { space, fault, trail }
}
