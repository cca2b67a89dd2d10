/**
 * A device that exists only as a line to it: what it sends arrives as from a
 * real one.
 * @module
 */
import { existsSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import { atExit } from '../at-exit.js'
import { plugPipe } from './virtual-pipe.js'
import { plugTerminal } from './virtual-terminal.js'

export interface VirtualScanner {
  /** What to configure, for example /dev/pts/3. */
  path: string
  /** Sends `code` as a gun would, line end included. */
  scan(code: string | Buffer, lineEnd?: string): Promise<void>
  /** Has `listener` told of what the host sends. Once. */
  listen(listener: (bytes: Buffer) => void): void
  /** Pulls the plug. Idempotent. */
  unplug(): void
}

/**
 * Plugs a virtual gun in: at a pseudo-terminal, to which `at` becomes a link,
 * and on Windows, which has none that looks like a port, at a named pipe, of
 * which `at` is the name. Throws where there can be no such link or pipe.
 */
export function plugVirtualScanner(at?: string): VirtualScanner {
  if (process.platform === 'win32') return plugPipe(at)
  // The new line may get the number of the one that is gone.
  if (at) clearAway(at)
  const scanner = plugTerminal()
  return at ? linked(scanner, at) : scanner
}

function linked(scanner: VirtualScanner, path: string): VirtualScanner {
  try {
    symlinkSync(scanner.path, path)
  } catch (error) {
    scanner.unplug()
    throw error
  }
  const unlink = atExit(() => rmSync(path, { force: true }))
  const unplug = () => {
    unlink()
    scanner.unplug()
  }
  return { ...scanner, path, unplug }
}

/** Where our own links lead. */
const LINE = /^\/dev\/pts\/\d+$/

/** Removes what one of us left that was killed: a link to a line that is gone. */
function clearAway(path: string): void {
  if (existsSync(path)) return
  const target = targetOf(path)
  if (target !== undefined && LINE.test(target)) rmSync(path, { force: true })
}

function targetOf(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}
