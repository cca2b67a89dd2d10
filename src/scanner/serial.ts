/**
 * A serial port, by serialport's binding. Its stream is not used: it lets a
 * port go while a read of it is still under way in another thread, and what
 * is opened next gets the same handle, and loses its first bytes to that read.
 * @module
 */
import { existsSync } from 'node:fs'
import { SerialPort } from 'serialport'
import { answered, type Line, type LineEvents, lossOf } from './line.js'

/** How soon an unplugged device is noticed at the latest. */
export const WATCH_MS = 200

/** As many bytes as one read may bring; a code comes in one. */
const READ_BYTES = 4096

/** What is used of serialport's binding. */
export interface SerialBinding {
  open(options: { path: string; baudRate: number }): Promise<OpenPort>
}

export interface OpenPort {
  /** Rejects when the port is closed. */
  read(
    buffer: Buffer,
    offset: number,
    length: number,
  ): Promise<{ bytesRead: number }>
  write(bytes: Buffer): Promise<void>
  drain(): Promise<void>
  close(): Promise<void>
}

/** The serial port at `path`, for example /dev/ttyACM0 or COM3. */
export function serialLine(
  path: string,
  baudRate: number,
  binding: SerialBinding = SerialPort.binding,
): Line {
  let port: OpenPort | undefined
  let watch: NodeJS.Timeout | undefined
  let lose: LineEvents['onLost'] = () => {}
  let reading: Promise<void> = Promise.resolve()
  let sending: Promise<void> = Promise.resolve()

  async function readAll(open: OpenPort, { onBytes }: LineEvents) {
    const buffer = Buffer.alloc(READ_BYTES)
    while (port === open) {
      const { bytesRead } = await open.read(buffer, 0, READ_BYTES)
      const isNews = bytesRead > 0 && port === open
      if (isNews) onBytes(Buffer.from(buffer.subarray(0, bytesRead)))
    }
  }

  async function sendAll(open: OpenPort, bytes: Buffer) {
    await open.write(bytes)
    await open.drain()
  }

  return {
    async open(events: LineEvents) {
      lose = events.onLost
      const opening = binding.open({ path, baudRate })
      // Opening drops what had arrived: tcflush, or PurgeComm on Windows.
      const open = await answered(opening).catch(error => {
        opening.then(late => late.close()).catch(() => {})
        throw error
      })
      port = open
      reading = readAll(open, events).catch(error => {
        if (port === open) lose('scanner-unplugged', error)
      })
      watch = watchFile(path, () => lose('scanner-unplugged'))
    },
    async send(bytes) {
      const open = port
      if (!open) throw new Error(`${path} is not open`)
      const sent = sending.then(() => sendAll(open, bytes))
      sending = sent.catch(error => {
        if (port === open) lose(lossOf(error), error)
      })
      await answered(sent)
    },
    async close() {
      clearInterval(watch)
      const open = port
      port = undefined
      if (!open) return
      const ended = Promise.allSettled([open.close(), reading, sending])
      await answered(ended).catch(() => {})
    },
  }
}

/**
 * Tells when the device file is gone. The binding's own word for it does not
 * come where the line hangs up between two of its reads: it reads on forever.
 */
function watchFile(path: string, onGone: () => void): NodeJS.Timeout {
  const isFile = process.platform !== 'win32'
  return setInterval(() => {
    if (isFile && !existsSync(path)) onGone()
  }, WATCH_MS)
}
