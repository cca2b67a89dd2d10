/**
 * Who sends a request to the registry: an operator, by his token.
 * @module
 */

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server } from 'node:https'
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyRequest,
} from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { SandboxServer } from '../sandbox/server.js'
import { acceptedLocale, type Locale } from '../texts/index.js'
import type { Registry } from './registry.js'
import { RegistryError } from './registry-error.js'

export interface RouteOptions {
  /** Who acts without a token, where nobody need prove who he is. */
  anonymous?: string
}

/** A server that checks and describes its routes by their schemas. */
export type RegistryServer = FastifyInstance<
  Server,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>

const BEARER = /^Bearer ([\w-]{20,100})$/

/** What a route that only operators may use says of itself. */
export const OPERATOR_ONLY = { security: [{ operator: [] }] }

const operators = new WeakMap<FastifyRequest, string>()

/** Refuses whoever has no token to all routes of `server`. */
export function requireOperator(
  server: SandboxServer,
  registry: Registry,
  { anonymous }: RouteOptions,
): void {
  server.addHook('onRequest', async request => {
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1]
    if (token) operators.set(request, await registry.operatorOf(token))
    else if (anonymous !== undefined) operators.set(request, anonymous)
    else throw new RegistryError('unauthorised')
  })
}

/** The operator's name, after {@link requireOperator}. */
export function operator(request: FastifyRequest): string {
  const name = operators.get(request)
  if (name === undefined) throw new RegistryError('unauthorised')
  return name
}

/** The language of whoever asks; Chinese where he does not say. */
export function localeOf({ headers }: FastifyRequest): Locale {
  return acceptedLocale(headers['accept-language']) ?? 'zh-CN'
}
