/**
 * Where Linux tells of devices and processes.
 * @module
 */
import { readdirSync, readFileSync, realpathSync } from 'node:fs'

/** Folders, so that a test can show a machine of its own. */
export interface Roots {
  sys: string
  dev: string
  proc: string
  etc: string
}

export const THIS_MACHINE: Roots = {
  sys: '/sys',
  dev: '/dev',
  proc: '/proc',
  etc: '/etc',
}

/** The names in `folder`; none where it cannot be read. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}

/** The text of `file`, trimmed; undefined where it cannot be read. */
export function textIn(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}

/** Where `path` leads; undefined where it leads nowhere. */
export function leadsTo(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}
