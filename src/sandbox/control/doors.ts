/**
 * Faults of TLS: each has a port of its own, beside the sandbox's usual one,
 * behind which the same platforms answer.
 * @module
 */
import {
  createServer as createPlain,
  type RequestListener,
  type Server,
} from 'node:http'
import { createServer, type ServerOptions } from 'node:https'
import type { AddressInfo } from 'node:net'
import {
  type Certificate,
  makeCertificate,
  withFingerprint,
} from '../certificate.js'
import type { DoorAddress, TlsFault } from './fault-contract.js'

/** Where it all is on one machine, another's name is one that nobody has. */
const FOREIGN_HOST = 'platform.invalid'

const DAY_MS = 24 * 3_600_000

/** The doors of a space, by the id of their fault. */
export class Doors {
  readonly #servers = new Map<number, Server>()

  /**
   * Opens a door for the fault `id` on the loopback address `host`, behind
   * which `answer` answers.
   */
  async open(
    id: number,
    kind: TlsFault,
    host: string,
    answer: RequestListener,
  ): Promise<DoorAddress> {
    const { server, certificate } = await makeServer(kind, answer)
    await new Promise<void>((resolve, reject) =>
      server.once('error', reject).listen(0, host, resolve),
    )
    this.#servers.set(id, server)
    const { port } = server.address() as AddressInfo
    const name = host.includes(':') ? `[${host}]` : host
    const url = `${certificate ? 'https' : 'http'}://${name}:${port}`
    if (!certificate) return { url }
    const { key: _, ...shown } = certificate
    return { url, ...shown }
  }

  /** Closes the door of the fault `id`; nothing where it has none. */
  shut(id: number): void {
    const server = this.#servers.get(id)
    this.#servers.delete(id)
    server?.close()
    server?.closeAllConnections()
  }

  /** Closes all. */
  close(): void {
    for (const id of [...this.#servers.keys()]) this.shut(id)
  }
}

interface Made {
  server: Server
  /** Undefined for plain HTTP. */
  certificate?: Certificate
}

async function makeServer(
  kind: TlsFault,
  answer: RequestListener,
): Promise<Made> {
  if (kind === 'none') return { server: createPlain(answer) }
  const certificate = await certificateFor(kind)
  const { certificate: cert, key } = certificate
  const server = createServer({ cert, key, ...versionOf(kind) }, answer)
  return { server, certificate }
}

/** The certificate is judged by the clock of who calls, not by the space's. */
async function certificateFor(kind: TlsFault): Promise<Certificate> {
  const now = Date.now()
  const age = kind === 'expired' ? 2 * DAY_MS : 0
  return withFingerprint(
    await makeCertificate({
      notBefore: now - age - DAY_MS,
      notAfter: now - age + DAY_MS,
      ...(kind === 'foreign' && { host: FOREIGN_HOST }),
    }),
  )
}

/** OpenSSL 3 has no TLS 1.1 at its usual level of security. */
function versionOf(kind: TlsFault): ServerOptions {
  if (kind !== 'old') return { minVersion: 'TLSv1.2' }
  return {
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1.1',
    ciphers: 'DEFAULT@SECLEVEL=0',
  }
}
