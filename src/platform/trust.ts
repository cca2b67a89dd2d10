/**
 * Connections to a platform, made only where its certificate is the right one.
 * @module
 */
import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import { Agent, buildConnector } from 'undici'
import { readSecret } from '../secret-file.js'
import { throughProxy } from './proxy.js'
import type { AllowedPlatform } from './targets.js'

/** A host that does not answer a SYN is away. */
export const CONNECT_MS = 5000
/** The longest answer that is read: table B.2 allows 200K for data. */
export const ANSWER_BYTES_MAX = 1024 * 1024

/** `code` of the error when the certificate is not the pinned one. */
export const PIN_MISMATCH = 'NATIONEC_PIN_MISMATCH'

export type Connector = ReturnType<typeof buildConnector>

/**
 * The connections to one platform, kept alive between calls, made by `connect`.
 */
export function connectionsTo(
  platform: AllowedPlatform,
  connect = connectorTo(platform),
): Agent {
  return new Agent({
    maxResponseSize: ANSWER_BYTES_MAX,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect,
  })
}

/**
 * Makes connections of TLS 1.2 or later. With a pin, the certificate itself is
 * compared and its authority does not matter; else it must be signed by
 * `caFile`, or by an authority that Node knows.
 *
 * Throws where a file cannot be read, or others can read the client's key.
 */
export function connectorTo(platform: AllowedPlatform): Connector {
  const { pin, caFile, clientCertFile, clientKeyFile, proxy } = platform
  const direct = buildConnector({
    timeout: CONNECT_MS,
    // Wine has no TCP keep-alive; a dead platform ends at the call's deadline.
    keepAlive: process.platform !== 'win32',
    minVersion: 'TLSv1.2',
    maxCachedSessions: 0,
    rejectUnauthorized: !pin,
    ...(caFile && { ca: readFileSync(caFile) }),
    ...(clientCertFile && { cert: readFileSync(clientCertFile) }),
    ...(clientKeyFile && { key: readSecret(clientKeyFile) }),
  })
  const connect = proxy ? throughProxy(direct, proxy, CONNECT_MS) : direct
  return pin ? pinned(connect, pin) : connect
}

function pinned(connect: Connector, pin: string): Connector {
  return (options, callback) =>
    connect(options, (error, socket) => {
      if (error) return callback(error, null)
      const seen = fingerprintOf(socket)
      if (plain(seen) === plain(pin)) return callback(null, socket)
      socket.destroy()
      const mismatch = new Error(`fingerprint is ${seen}`)
      callback(Object.assign(mismatch, { code: PIN_MISMATCH }), null)
    })
}

function fingerprintOf(socket: Socket): string {
  const tls = socket instanceof TLSSocket
  return tls ? socket.getPeerCertificate().fingerprint256 : 'none: plain http'
}

function plain(fingerprint: string): string {
  return fingerprint.replaceAll(':', '').toLowerCase()
}
