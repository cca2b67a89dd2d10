/**
 * Which space of the sandbox the page shows: each address that it asks, or
 * leads to, says so.
 * @module
 */
import type { SPACE_HEADER } from '../../control/contract.js'

const HEADER: typeof SPACE_HEADER = 'x-nationec-sandbox'

/** Its name; '' for the common space. */
export const space = document.documentElement.dataset.space ?? ''

/** Of every request that concerns it. */
export const spaceHeaders: Record<string, string> = space
  ? { [HEADER]: space }
  : {}

/** The page at `path` for the space `name`: this one by default. */
export function inSpace(path: string, name = space): string {
  return name ? `${path}?space=${encodeURIComponent(name)}` : path
}
