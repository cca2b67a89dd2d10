/**
 * IP addresses as the platform is told them, and when two are one place.
 * @module
 */
import { isIPv6 } from 'node:net'

/**
 * `text` in its shortest form, without a zone: that names an interface of this
 * machine and means nothing elsewhere. What is no address stays as it is.
 */
export function canonicalIp(text: string): string {
  const address = text.trim().replace(/%.*$/, '')
  if (!isIPv6(address)) return address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  return mapped ?? new URL(`http://[${address}]/`).hostname.slice(1, -1)
}

/** Of this machine itself. */
export function isLoopback(ip: string): boolean {
  return ip === '::1' || ip.startsWith('127.')
}

/** Valid on one cable only: 169.254/16 and fe80::/10. */
export function isLinkLocal(ip: string): boolean {
  return ip.startsWith('169.254.') || /^fe[89ab]/i.test(ip)
}

/**
 * Whether two canonical addresses stand for the same place: the same one, or
 * two of one IPv6 network, where systems change the lower half every day to
 * protect a person's privacy (RFC 8981).
 */
export function samePlace(one: string, other: string): boolean {
  if (one === other) return true
  if (!isIPv6(one) || !isIPv6(other)) return false
  return network(one) === network(other)
}

/** The upper 64 bits. */
function network(ip: string): string {
  const [head = '', tail = ''] = ip.split('::')
  const left = head ? head.split(':') : []
  const right = tail ? tail.split(':') : []
  const zeros = Array(8 - left.length - right.length).fill('0')
  return [...left, ...zeros, ...right].slice(0, 4).join(':')
}
