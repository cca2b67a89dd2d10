/**
 * Ends a TLS connection with RST, as a gateway does that was restarted.
 * @module
 */
import type { Server } from 'node:https'
import type { Socket } from 'node:net'

/** The TCP connections under those of TLS, by the port of the other side. */
const underneath = new Map<number, Socket>()

/** Must be told of a server before {@link resetConnection} can reset its connections. */
export function watchConnections(server: Server): void {
  server.on('connection', (socket: Socket) => {
    const { remotePort } = socket
    if (remotePort === undefined) return
    underneath.set(remotePort, socket)
    socket.on('close', () => {
      if (underneath.get(remotePort) === socket) underneath.delete(remotePort)
    })
  })
}

/** Resets the connection that `socket`, of TLS or plain, speaks over. */
export function resetConnection(socket: Socket): void {
  const { remotePort = 0 } = socket
  const tcp = underneath.get(remotePort) ?? socket
  tcp.resetAndDestroy()
}
