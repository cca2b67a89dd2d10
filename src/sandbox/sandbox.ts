/**
 * The platforms of the standard in one process, to develop against.
 * @module
 */
import type { AddressInfo } from 'node:net'
import { removeEndpoint, writeEndpoint } from '../sandbox-endpoint.js'
import { text } from '../texts/index.js'
import { loadCertificate } from './certificate.js'
import { addConsoleRoutes } from './console/routes.js'
import { randomSeed, stream } from './control/chance.js'
import { directed } from './control/exchange.js'
import { addHooks } from './control/hooks.js'
import { addDirectingRoutes } from './control/routes.js'
import { Spaces } from './control/spaces.js'
import { addControlRoutes } from './control-routes.js'
import { addGuard } from './guard.js'
import { answerInKind } from './in-kind.js'
import { type IssuedKind, issueCode } from './issue-code.js'
import { loadKeys, type SandboxKeys } from './keys.js'
import { answerTokenCheck } from './local-ec-token-check.js'
import { answerQuery } from './local-qr-code-query.js'
import { findPerson, type Person, people, personIds } from './people.js'
import { type Clock, createPlatform, type Platform } from './platform.js'
import { createServer, type SandboxServer } from './server.js'

export interface SandboxOptions {
  /** 0 for one that is free. */
  port: number
  /** The loopback interface only: nobody proves who he is here. */
  host?: '127.0.0.1' | '::1'
  /** Where the certificate, the keys and the endpoint file are kept. */
  folder: string
  clock?: Clock
  /** Two sandboxes with one seed and one clock do the same. */
  seed?: number
}

export interface Sandbox {
  /** https://127.0.0.1:PORT, without a slash at the end. */
  readonly url: string
  /** SHA-256 of the certificate, as tls' peerCertificate.fingerprint256. */
  readonly fingerprint: string
  /** What chance there is comes from it. */
  readonly seed: number
  readonly people: readonly Person[]
  /** For whoever wants to sign; requests without a signature are served too. */
  readonly keys: SandboxKeys
  /**
   * A code that this person could show now; throws for an unknown person.
   * See {@link IssuedKind} for codes that are not good.
   */
  issueCode(personId: string, options?: { kind?: IssuedKind }): string
  /** Ends open connections. Idempotent. */
  close(): Promise<void>
}

/**
 * Starts a sandbox. Rejects where the host is not the loopback interface, the
 * port is taken, or the folder cannot be written.
 */
export async function startSandbox({
  port,
  host = '127.0.0.1',
  folder,
  clock = Date.now,
  seed = randomSeed(),
}: SandboxOptions): Promise<Sandbox> {
  requireLoopback(host)
  const certificate = await loadCertificate(folder, clock)
  const chance = (use: string) => stream(seed, use)
  const spaces = new Spaces({ clock, chance, createPlatform })
  const keys = loadKeys(folder)
  const partyOf = () => keys.party
  const server = createServer(certificate)
  addGuard(server)
  addHooks(server, spaces, partyOf)
  addPlatformRoutes(server, keys)
  addControlRoutes(server)
  addDirectingRoutes(server, certificate.certificate, partyOf)
  addConsoleRoutes(server)
  const url = await listen(server, host, port)
  const { fingerprint } = certificate
  const endpoint = { url, fingerprint, pid: process.pid }
  writeEndpoint(folder, endpoint)
  return {
    url,
    fingerprint,
    seed,
    people,
    keys,
    issueCode: (personId, { kind } = {}) =>
      issueCode(spaces.common.platform, requirePerson(personId), kind),
    close: async () => {
      removeEndpoint(folder, endpoint)
      await server.close()
    },
  }
}

function addPlatformRoutes(server: SandboxServer, { party }: SandboxKeys) {
  const routes: [string, (platform: Platform, body: unknown) => object][] = [
    ['localQrCodeQuery', answerQuery],
    ['localEcTokenCheck', answerTokenCheck],
  ]
  for (const [name, answer] of routes)
    server.post(`/localcfc/api/hsecfc/${name}`, (request, reply) => {
      const { space, refusal, ...times } = directed(request)
      return reply.send(
        answerInKind(
          request.body,
          party,
          times,
          message => refusal ?? answer(space.platform, message),
        ),
      )
    })
}

async function listen(
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
  return `https://${host === '::1' ? '[::1]' : host}:${actual}`
}

function requireLoopback(host: string) {
  if (host === '127.0.0.1' || host === '::1') return
  throw new Error(text('sandbox.host'))
}

function requirePerson(id: string): Person {
  const person = findPerson(id)
  if (person) return person
  throw new Error(text('sandbox.person', { people: personIds() }))
}
