/**
 * The HTTPS server under all routes: JSON in, JSON out, whatever goes wrong.
 * @module
 */
import type { Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import { text } from '../texts/index.js'
import { type Refusal, refused } from './answers.js'
import type { Certificate } from './certificate.js'
import { failureFor, isOurs } from './ours.js'
import { refusalOfAway } from './store-away.js'

/**
 * `data` and `extra` have 200 KB each (table B.1), and twice that once they
 * are encrypted and written in hexadecimal.
 */
export const BODY_BYTES_MAX = 1024 * 1024

/** From the first byte of a request to its last. */
export const REQUEST_DEADLINE_MS = 10_000

export type SandboxServer = FastifyInstance<Server>

/** Field addresses have something in front: /test/…, /cherry/common/…. */
const PREFIX = /^[^?]*(?=\/localcfc\/api\/hsecfc\/)/
/** What of it stays: it names a province. */
const PROVINCE = /\/province\/\d{2}$/

/** A server without routes; nothing listens yet. */
export function createServer({ certificate, key }: Certificate): SandboxServer {
  const server: SandboxServer = fastify({
    https: { cert: certificate, key, minVersion: 'TLSv1.2' },
    bodyLimit: BODY_BYTES_MAX,
    requestTimeout: REQUEST_DEADLINE_MS,
    forceCloseConnections: true,
    // Its own compilers take long to load, and who has schemas brings others.
    schemaController: {
      compilersFactory: {
        buildValidator: noCompiler,
        buildSerializer: noCompiler,
      },
    },
    rewriteUrl: request =>
      (request.url ?? '/').replace(
        PREFIX,
        prefix => PROVINCE.exec(prefix)?.[0] ?? '',
      ),
    frameworkErrors: (error, request, reply: FastifyReply) => {
      answerError(error, request, reply)
    },
  })
  server.removeAllContentTypeParsers()
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      request.rawBody = body
      // Many clients send the type with every request, also without a body.
      if (body.length === 0 && isOurs(request)) return undefined
      return readJson(body)
    },
  )
  server.setErrorHandler<FastifyError>(answerError)
  server.setNotFoundHandler((request, reply) =>
    reply.status(404).send(failureFor(request, refused(-5, 'sandbox.route'))),
  )
  return server
}

function noCompiler(): never {
  throw new Error('server: a route with a schema has no compiler for it')
}

/** Its address, https://127.0.0.1:PORT, once it listens. */
export async function listen(
  server: SandboxServer,
  host: string,
  port: number,
): Promise<string> {
  try {
    await server.listen({ host, port })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EADDRINUSE') throw error
    throw new Error(text('sandbox.port-taken', { port }), { cause: error })
  }
  const { port: actual } = server.server.address() as AddressInfo
  return `https://${host.includes(':') ? `[${host}]` : host}:${actual}`
}

/** A body that is no JSON, or JSON in another charset than UTF-8. */
class UnreadableBody extends Error {
  readonly statusCode = 400
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(body))
  } catch {
    throw new UnreadableBody()
  }
}

function answerError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const away = refusalOfAway(error)
  if (away) return reply.status(503).send(failureFor(request, away))
  const status = error.statusCode ?? 500
  return reply.status(status).send(failureFor(request, refusalOf(status)))
}

function refusalOf(status: number): Refusal {
  switch (status) {
    case 400:
      return refused(-2, 'sandbox.body')
    case 413:
      return refused(-2, 'sandbox.body-too-long', { bytes: BODY_BYTES_MAX })
    case 415:
      return refused(-2, 'sandbox.content-type')
    default:
      return refused(-1)
  }
}
