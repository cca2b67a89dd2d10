/**
 * Keeps pages of others away from what directs the sandbox. It listens on the
 * loopback interface, which every page in a browser on this machine can
 * reach: by a form or a script of its own (CSRF), or under a name that it has
 * pointed to 127.0.0.1 (DNS rebinding). The platforms' addresses stay open: a
 * vendor may well test under a name of the field.
 * @module
 */
import type { FastifyRequest } from 'fastify'
import { type Refusal, refused } from './answers.js'
import { failureFor } from './ours.js'
import type { SandboxServer } from './server.js'

/** Routes of the platforms; all others show or change the sandbox itself. */
const OPEN = /^(\/province\/\d{2})?\/localcfc\//

/** What this machine calls itself; the port is whichever it listens on. */
const OWN_HOST = /^(127\.0\.0\.1|\[::1\]|localhost)(:\d{1,5})?$/i

/** What a link from elsewhere may open: it shows nothing by itself. */
const PAGES = /^\/(console\/.*)?$/

/** Answers 403 and -4 to whoever is not the console, the CLI, or a program. */
export function addGuard(server: SandboxServer): void {
  server.addHook('onRequest', async (request, reply) => {
    // The route, not the address, which may be written in many ways.
    if (OPEN.test(routeOf(request))) return
    const refusal = refusalOf(request)
    if (refusal) return reply.status(403).send(failureFor(request, refusal))
  })
}

function refusalOf(request: FastifyRequest): Refusal | undefined {
  if (!isOwnHost(request)) return refused(-4, 'sandbox.foreign-host')
  if (!isOwnPage(request)) return refused(-4, 'sandbox.foreign-page')
  return undefined
}

function isOwnHost({ headers }: FastifyRequest): boolean {
  return OWN_HOST.test(headers.host ?? '')
}

/**
 * Programs send neither header. A browser sends Origin with every request
 * that can change something, and Sec-Fetch-Site with all: a link from
 * elsewhere may open the console, and nothing else.
 */
function isOwnPage(request: FastifyRequest): boolean {
  const { method, headers } = request
  const { host, origin, 'sec-fetch-site': site = 'none' } = headers
  if (origin !== undefined) return origin === `https://${host}`
  if (site === 'same-origin' || site === 'none') return true
  return method === 'GET' && PAGES.test(routeOf(request))
}

function routeOf({ routeOptions }: FastifyRequest): string {
  return routeOptions.url ?? ''
}
