/**
 * Connections through a proxy of the hospital, by CONNECT (RFC 9110, 9.3.6):
 * what goes through it stays between terminal and platform. undici's own
 * ProxyAgent does the same, but lets nobody look at the certificate.
 * @module
 */
import type { Socket } from 'node:net'
import { Client } from 'undici'
import type { Connector } from './trust.js'

/** `code` of the error when the proxy will not connect. */
export const PROXY_REFUSED = 'NATIONEC_PROXY_REFUSED'

/**
 * `connect` over a tunnel through the proxy at the origin `proxy`, which has
 * `timeout` ms to connect and as long to make the tunnel.
 */
export function throughProxy(
  connect: Connector,
  proxy: string,
  timeout: number,
): Connector {
  return (options, callback) => {
    const { hostname, port, protocol } = options
    const name = hostname.includes(':') ? `[${hostname}]` : hostname
    const secure = protocol === 'https:'
    const host = `${name}:${port || (secure ? 443 : 80)}`
    tunnel(proxy, host, timeout).then(
      httpSocket => {
        if (secure) connect({ ...options, httpSocket }, callback)
        else callback(null, httpSocket)
      },
      error => callback(error, null),
    )
  }
}

async function tunnel(
  proxy: string,
  host: string,
  timeout: number,
): Promise<Socket> {
  const client = new Client(proxy, { connect: { timeout } })
  try {
    const { statusCode, socket } = await client.connect({
      path: host,
      headers: { host },
      signal: AbortSignal.timeout(2 * timeout),
    })
    // The interface promises less than it gives: the client's own socket.
    if (statusCode === 200) return socket as Socket
    socket.destroy()
    const refused = new Error(`the proxy answered ${statusCode}`)
    throw Object.assign(refused, { code: PROXY_REFUSED })
  } catch (error) {
    await client.destroy()
    throw error
  }
}
