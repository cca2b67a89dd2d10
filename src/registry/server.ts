/**
 * The registry as a process of its own. Several may serve one PostgreSQL.
 * @module
 */
import { loadCertificate } from '../sandbox/certificate.js'
import { createServer, listen } from '../sandbox/server.js'
import { removeEndpoint, writeEndpoint } from '../sandbox-endpoint.js'
import { openStore } from '../store/store.js'
import { openRegistry, type RegistryOptions } from './registry.js'
import { addRegistryRoutes } from './routes.js'

export interface RegistryServerOptions extends RegistryOptions {
  /** A path, or postgres://…; see openStore. */
  database: string
  /** 0 for one that is free. */
  port: number
  /** Every route that changes something asks for a token, so any will do. */
  host?: string
  /** Where certificate and endpoint file are kept. */
  folder: string
}

export interface RegistryProcess {
  /** https://HOST:PORT, without a slash at the end. */
  readonly url: string
  /** SHA-256 of the certificate, as tls' peerCertificate.fingerprint256. */
  readonly fingerprint: string
  /** Ends open connections. Idempotent. */
  close(): Promise<void>
}

/**
 * Serves the registry in `database`. Rejects where the database cannot be
 * opened, the port is taken, or the folder cannot be written.
 */
export async function startRegistry({
  database,
  port,
  host = '127.0.0.1',
  folder,
  ...options
}: RegistryServerOptions): Promise<RegistryProcess> {
  const store = await openStore(database)
  try {
    const registry = await openRegistry(store, options)
    const certificate = await loadCertificate(folder, options.clock ?? Date.now)
    const server = createServer(certificate)
    await addRegistryRoutes(server, registry)
    const url = await listen(server, host, port)
    const { fingerprint } = certificate
    const endpoint = { url: onThisMachine(url), fingerprint, pid: process.pid }
    writeEndpoint(folder, endpoint)
    return {
      url,
      fingerprint,
      close: async () => {
        removeEndpoint(folder, endpoint)
        await server.close()
        await store.close()
      },
    }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** How this machine itself reaches a server that listens everywhere. */
function onThisMachine(url: string): string {
  return url
    .replace('//0.0.0.0:', '//127.0.0.1:')
    .replace('//[::]:', '//[::1]:')
}
