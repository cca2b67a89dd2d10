/**
 * Which terminal this is: its filing number and the address that it is seen
 * under by the platform (XJ-D01-2019, 2.8, 7.2.1.1 b).
 * @module
 */
import { createSocket } from 'node:dgram'
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'
import { Failure } from '../failure.js'

/** What a terminal adds to a request. */
export interface Identity {
  /** The 20-digit 终端备案号. */
  termId: string
  termIp: string
  /** Colon-separated lower-case hex. */
  termMac: string
}

/** Name resolution is part of finding the way to the platform. */
export const ROUTE_MS = 2000

type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>

/**
 * The identity to send to the platform at `url`. The address is that of the
 * interface which the system routes to the platform; a platform on this very
 * machine gets that of the first real interface.
 *
 * Throws terminal-unregistered at once where there is no filing number; the
 * promise never rejects.
 */
export function identify(
  filingNumber: string,
  url: URL,
  interfaces: () => Interfaces = networkInterfaces,
): Promise<Identity> {
  if (!filingNumber) throw new Failure('terminal-unregistered')
  return localAddressToward(url).then(local => {
    const { address, mac } = choose(local, Object.values(interfaces()))
    return { termId: filingNumber, termIp: address, termMac: mac }
  })
}

/** Only asks the system for a route: nothing is sent. */
function localAddressToward(url: URL): Promise<string | undefined> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4')
  return new Promise(resolve => {
    const end = (address?: string) => {
      clearTimeout(timer)
      socket.close()
      resolve(address)
    }
    const timer = setTimeout(end, ROUTE_MS)
    socket.once('error', () => end())
    socket.connect(Number(url.port) || 443, host, () =>
      end(socket.address().address),
    )
  })
}

const NOBODY = { address: '127.0.0.1', mac: '00:00:00:00:00:00' }

function choose(
  local: string | undefined,
  interfaces: (NetworkInterfaceInfo[] | undefined)[],
): { address: string; mac: string } {
  const all = interfaces.flatMap(entries => entries ?? [])
  const outside = all.filter(entry => !entry.internal)
  return (
    outside.find(entry => entry.address === local) ??
    outside.find(entry => entry.family === 'IPv4') ??
    outside[0] ??
    all[0] ??
    NOBODY
  )
}
