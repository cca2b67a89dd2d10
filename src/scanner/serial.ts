/**
 * A serial port, by serialport.
 * @module
 */
import { existsSync } from 'node:fs'
import { SerialPort } from 'serialport'
import { answered, type Line, type LineEvents, lossOf } from './line.js'

/** How soon an unplugged device is noticed at the latest. */
export const WATCH_MS = 200

/** The serial port at `path`, for example /dev/ttyACM0 or COM3. */
export function serialLine(path: string, baudRate: number): Line {
  const port = new SerialPort({ path, baudRate, autoOpen: false })
  let watch: NodeJS.Timeout | undefined
  return {
    async open({ onBytes, onLost }: LineEvents) {
      port.on('error', error => onLost(lossOf(error), error))
      port.on('close', (error?: Error | null) => {
        if (error) onLost('scanner-unplugged', error)
      })
      // Opening drops what had arrived: tcflush, or PurgeComm on Windows.
      await answered(done => port.open(done))
      port.on('data', onBytes)
      watch = watchFile(path, () => onLost('scanner-unplugged'))
    },
    async send(bytes) {
      await answered(done => port.write(bytes, done))
      await answered(done => port.drain(done))
    },
    async close() {
      clearInterval(watch)
      port.removeAllListeners('data')
      if (!port.isOpen && !port.opening) return
      await answered(done => port.close(done)).catch(() => {})
    },
  }
}

/**
 * Tells when the device file is gone. serialport's own word for it does not
 * come where the line hangs up between two of its reads: it reads on forever.
 */
function watchFile(path: string, onGone: () => void): NodeJS.Timeout {
  const isFile = process.platform !== 'win32'
  return setInterval(() => {
    if (isFile && !existsSync(path)) onGone()
  }, WATCH_MS)
}
