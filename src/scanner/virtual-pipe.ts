/**
 * A virtual scanner at a named pipe, as a virtual machine would show it.
 * @module
 */
import { randomUUID } from 'node:crypto'
import { createServer, type Socket } from 'node:net'
import { text } from '../texts/index.js'
import type { VirtualScanner } from './virtual.js'

/**
 * Serves a pipe whose name nobody can foresee. Whoever opened it last is its
 * host; what is sent while there is none is lost, as on a port that nobody
 * reads. Throws where `path` cannot be served.
 */
export function plugPipe(
  path = `\\\\.\\pipe\\nationec-gun-${randomUUID()}`,
): VirtualScanner {
  let host: Socket | undefined
  let onBytes: (bytes: Buffer) => void = () => {}
  const server = createServer(socket => {
    host = socket
    // A host that leaves may leave in the middle of a code.
    socket.on('error', () => {})
    socket.on('data', bytes => onBytes(bytes))
  })
  // Told at once by `listening`, and with what it is told there is no cure.
  server.on('error', () => {}).listen(path)
  if (!server.listening) throw new Error(text('cli.scanner.pipe', { path }))
  return {
    path,
    async scan(code, lineEnd = '\r') {
      const bytes = Buffer.concat([Buffer.from(code), Buffer.from(lineEnd)])
      await new Promise<void>(resolve => {
        if (!host?.writable) return resolve()
        host.write(bytes, () => resolve())
      })
    },
    listen(listener) {
      onBytes = listener
    },
    unplug() {
      server.close()
      host?.destroy()
    },
  }
}
