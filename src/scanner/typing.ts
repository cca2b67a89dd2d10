/**
 * A gun that types, by Linux's event device, which is grabbed: what it types
 * while it is held reaches no window and no console.
 * @module
 */
import { closeSync, constants, openSync, readSync } from 'node:fs'
import { addon } from '../addon.js'
import { EVENT_BYTES } from './drivers/keyboard.js'
import type { Line, LineEvents } from './line.js'

/** As many as the kernel keeps for a reader. */
const EVENTS_MAX = 64

/** The input device at `path`, for example /dev/input/event5. */
export function typingLine(
  path: string,
  grab: (fd: number) => void = addon.grabInput,
): Line {
  let close = () => {}
  return {
    async open(events: LineEvents) {
      const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
      close = () => closeSync(fd)
      grab(fd)
      const stop = addon.watchReadable(fd, () => readAll(fd, events))
      close = () => {
        stop()
        closeSync(fd)
      }
    },
    async send() {
      throw new Error('a keyboard is told nothing')
    },
    async close() {
      close()
      close = () => {}
    },
  }
}

/** Passes on what is there; a device that is gone is lost. */
function readAll(fd: number, { onBytes, onLost }: LineEvents): void {
  const bytes = Buffer.alloc(EVENTS_MAX * EVENT_BYTES)
  try {
    const length = readSync(fd, bytes)
    if (length > 0) onBytes(bytes.subarray(0, length))
    else onLost('scanner-unplugged')
  } catch (error) {
    const cause = error as NodeJS.ErrnoException
    if (cause.code !== 'EAGAIN') onLost('scanner-unplugged', cause)
  }
}
