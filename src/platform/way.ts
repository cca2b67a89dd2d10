/**
 * The way to a platform, for those who ask which interface it goes over.
 * @module
 */
import type { Config } from '../config/schema.js'
import { allowedPlatforms } from './allow-list.js'
import { findTarget } from './targets.js'

/**
 * The host of the platform at `url`, and what is connected to: itself, or the
 * proxy before it. Fails with url-not-allowed.
 */
export function wayTo(url: URL, config: Config): { host: string; hop: URL } {
  const { platform } = findTarget(url.href, allowedPlatforms(config))
  const hop = platform.proxy ? new URL(platform.proxy) : url
  return { host: url.hostname, hop }
}
