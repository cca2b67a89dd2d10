/**
 * A scan gun that exists only as a pseudo-terminal: what it "reads" arrives
 * over a real serial line.
 * @module
 */
import { closeSync, writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { addon } from '../bridge/addon.js'

export interface VirtualScanner {
  /** The serial port to configure, for example /dev/pts/3. */
  path: string
  /** Sends `code` as a gun would, line end included. */
  scan(code: string | Buffer, lineEnd?: string): Promise<void>
  /** Pulls the plug. Idempotent. */
  unplug(): void
}

/** A full line is drained by its reader within this time. */
const DRAIN_MS = 1

/** Plugs a virtual gun in; not on Windows. */
export function plugVirtualScanner(): VirtualScanner {
  const { controller, line, path } = addon.openPseudoTerminal()
  let plugged = true
  return {
    path,
    async scan(code, lineEnd = '\r') {
      const bytes = Buffer.concat([Buffer.from(code), Buffer.from(lineEnd)])
      for (let sent = 0; sent < bytes.length && plugged; ) {
        const now = writeSome(controller, bytes.subarray(sent))
        if (now === 0) await sleep(DRAIN_MS)
        sent += now
      }
    },
    unplug() {
      if (plugged) for (const fd of [line, controller]) closeSync(fd)
      plugged = false
    },
  }
}

function writeSome(fd: number, bytes: Buffer): number {
  try {
    return writeSync(fd, bytes)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return 0
    throw error
  }
}
