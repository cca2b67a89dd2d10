/**
 * A virtual scanner at a pseudo-terminal: what it sends arrives over a real
 * serial line.
 * @module
 */
import { closeSync, writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { ReadStream } from 'node:tty'
import { addon } from '../addon.js'
import type { VirtualScanner } from './virtual.js'

/** A full line is drained by its reader within this time. */
const DRAIN_MS = 1

/** Opens a pseudo-terminal; not on Windows. */
export function plugTerminal(): VirtualScanner {
  const { controller, line, path } = addon.openPseudoTerminal()
  let plugged = true
  let stream: ReadStream | undefined
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
    listen(listener) {
      stream = new ReadStream(controller).on('data', listener)
    },
    unplug() {
      if (!plugged) return
      plugged = false
      closeSync(line)
      // The stream has the controller and closes it.
      if (stream) stream.destroy()
      else closeSync(controller)
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
