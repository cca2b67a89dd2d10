/**
 * Which platforms this terminal may talk to.
 * @module
 */
import { Failure } from '../failure.js'
import type { EnvelopeSettings } from './enveloper.js'

/** An entry of the allow list. */
export interface AllowedPlatform {
  /**
   * What strUrl must begin with: an origin, or an origin and a folder that
   * ends in a slash. Beginning with http:// it permits plain http there.
   */
  url: string
  /** SHA-256 fingerprint of the platform's certificate; empty for none. */
  pin: string
  /** File with the certificates of the platform's authority; or empty. */
  caFile: string
  /** Our own certificate and its key, for platforms that ask who calls. */
  clientCertFile?: string
  clientKeyFile?: string
  /** Origin of the proxy on the way; none by default. */
  proxy?: string
  /** How requests are signed; none by default. */
  envelope?: EnvelopeSettings
}

/**
 * The URL that strUrl names and the entry that allows it.
 *
 * Fails with url-malformed (no http or https URL, or with credentials) or
 * url-not-allowed.
 */
export function findTarget(
  strUrl: string,
  allowed: Iterable<AllowedPlatform>,
): { url: URL; platform: AllowedPlatform } {
  const url = parse(strUrl.trim())
  for (const platform of allowed) {
    if (covers(new URL(platform.url), url)) return { url, platform }
  }
  throw new Failure('url-not-allowed', { origin: url.origin })
}

function parse(strUrl: string): URL {
  const url = URL.canParse(strUrl) ? new URL(strUrl) : undefined
  const spoken = url?.protocol === 'https:' || url?.protocol === 'http:'
  if (!url || !spoken || url.username || url.password) {
    throw new Failure('url-malformed')
  }
  return url
}

function covers(allowed: URL, url: URL): boolean {
  const { origin, pathname } = allowed
  return origin === url.origin && url.pathname.startsWith(pathname)
}
