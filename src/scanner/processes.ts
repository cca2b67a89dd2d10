/**
 * Programs that have a scanner open or take it away, from Linux's /proc.
 * @module
 */
import { readlinkSync } from 'node:fs'
import { join } from 'node:path'
import {
  leadsTo,
  namesIn,
  type Roots,
  THIS_MACHINE,
  textIn,
} from './attached/roots.js'

export interface Program {
  name: string
  pid: number
}

/**
 * Programs that lay hands on ports they know nothing of: one looks for a
 * modem behind each new port, the other for a Braille display.
 */
export const GRABBERS = ['ModemManager', 'brltty']

/**
 * Who has `path` open. Undefined where nobody has, or where this user may not
 * look into that process.
 */
export function holderOf(
  path: string,
  { proc }: Pick<Roots, 'proc'> = THIS_MACHINE,
): Program | undefined {
  const target = leadsTo(path) ?? path
  return programs(proc).find(({ pid }) => {
    const folder = join(proc, `${pid}`, 'fd')
    return namesIn(folder).some(fd => linkAt(join(folder, fd)) === target)
  })
}

/** The first of {@link GRABBERS} that runs. */
export function grabberOf(
  { proc }: Pick<Roots, 'proc'> = THIS_MACHINE,
  names: readonly string[] = GRABBERS,
): Program | undefined {
  return programs(proc).find(({ name }) => names.includes(name))
}

function programs(proc: string): Program[] {
  return namesIn(proc).flatMap(pid => {
    const name = /^\d+$/.test(pid) && textIn(join(proc, pid, 'comm'))
    return name ? [{ name, pid: Number(pid) }] : []
  })
}

function linkAt(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}
