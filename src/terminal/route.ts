/**
 * Which of this machine's addresses the system sends from toward a host.
 * @module
 */
import { createSocket } from 'node:dgram'
import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { canonicalIp } from './address.js'

/** Name resolution is part of finding the way to the platform. */
export const ROUTE_MS = 2000

/**
 * The canonical address that the system would send from to `url`: a datagram socket is
 * connected, which asks for a route and sends nothing. Undefined where there
 * is no route or the host has no address. Never rejects.
 */
export async function localAddressToward(
  url: URL,
): Promise<string | undefined> {
  const deadline = new AbortController()
  const late = new Promise<undefined>(resolve => {
    deadline.signal.addEventListener('abort', () => resolve(undefined))
  })
  const timer = setTimeout(() => deadline.abort(), ROUTE_MS)
  const local = await Promise.race([firstRoute(url, deadline.signal), late])
  clearTimeout(timer)
  return local
}

async function firstRoute(url: URL, deadline: AbortSignal) {
  const port = Number(url.port) || 443
  for (const host of await addressesOf(url.hostname)) {
    if (deadline.aborted) return undefined
    const local = await sourceToward(host, port)
    if (local) return local
  }
  return undefined
}

/** In the system's order, which is the one that connections are tried in. */
async function addressesOf(hostname: string): Promise<string[]> {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isIP(host)) return [host]
  const found = await lookup(host, { all: true }).catch(() => [])
  return found.map(({ address }) => address)
}

function sourceToward(host: string, port: number): Promise<string | undefined> {
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4')
  return new Promise(resolve => {
    const end = (address?: string) => {
      socket.close()
      resolve(address)
    }
    // Node gives the callback what it does not emit, though its types do not.
    const connected = (error?: Error) =>
      end(error ? undefined : canonicalIp(socket.address().address))
    socket.once('error', () => end())
    socket.connect(port, host, connected)
  })
}
