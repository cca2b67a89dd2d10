/**
 * Connections to a platform, made only where its certificate is the right one.
 * @module
 */
import { readFileSync } from 'node:fs'
import type { TLSSocket } from 'node:tls'
import { Agent, buildConnector } from 'undici'
import type { AllowedPlatform } from './targets.js'

/** A host that does not answer a SYN is away. */
export const CONNECT_MS = 5000
/** The longest answer that is read: table B.2 allows 200K for data. */
export const ANSWER_BYTES_MAX = 1024 * 1024

/** `code` of the error when the certificate is not the pinned one. */
export const PIN_MISMATCH = 'NATIONEC_PIN_MISMATCH'

/**
 * The connections to one platform, kept alive between calls. TLS 1.2 or later.
 * With a pin, the certificate itself is compared and its authority does not
 * matter; else it must be signed by `caFile`, or by an authority that Node
 * knows.
 */
export function connectionsTo(platform: AllowedPlatform): Agent {
  const { pin, caFile } = platform
  const connect = buildConnector({
    timeout: CONNECT_MS,
    minVersion: 'TLSv1.2',
    maxCachedSessions: 0,
    rejectUnauthorized: !pin,
    ...(caFile && { ca: readFileSync(caFile) }),
  })
  const options = {
    maxResponseSize: ANSWER_BYTES_MAX,
    headersTimeout: 0,
    bodyTimeout: 0,
  }
  if (!pin) return new Agent({ ...options, connect })
  return new Agent({ ...options, connect: pinned(connect, pin) })
}

type Connector = ReturnType<typeof buildConnector>

function pinned(connect: Connector, pin: string): Connector {
  return (options, callback) =>
    connect(options, (error, socket) => {
      if (error) return callback(error, null)
      const { fingerprint256 } = (socket as TLSSocket).getPeerCertificate()
      if (plain(fingerprint256) === plain(pin)) return callback(null, socket)
      socket.destroy()
      const mismatch = new Error(`fingerprint is ${fingerprint256}`)
      callback(Object.assign(mismatch, { code: PIN_MISMATCH }), null)
    })
}

function plain(fingerprint: string): string {
  return fingerprint.replaceAll(':', '').toLowerCase()
}
