/**
 * A connection that is made while the person still looks for the code, so that
 * the request behind the scan pays for neither TCP nor TLS.
 * @module
 */
import type { Socket } from 'node:net'
import type { Connector } from './trust.js'

/** As long as a call may wait for a scan; then the connection is let go. */
export const WARM_MS_MAX = 60_000

export interface WarmConnector {
  /** Gives out the warm connection where there is one, else makes one. */
  connect: Connector
  /**
   * Makes a connection to the origin of `url`, unless one is open. A failure
   * shows when the connection is used.
   */
  warm(url: URL): void
  /** Closes what nobody has used. */
  close(): void
}

/** Keeps at most one connection of `connect` warm. */
export function keepWarm(connect: Connector): WarmConnector {
  const open = new Set<Socket>()
  let spare: Promise<Socket | undefined> | undefined

  function track(socket: Socket): Socket {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    return socket
  }

  function makeNew(...[options, callback]: Parameters<Connector>): void {
    connect(options, (...[error, socket]) => {
      if (error) callback(error, null)
      else callback(null, track(socket))
    })
  }

  return {
    connect(options, callback) {
      const taken = spare
      spare = undefined
      if (!taken) return makeNew(options, callback)
      taken.then(socket => {
        if (socket && !socket.destroyed) callback(null, socket)
        else makeNew(options, callback)
      })
    },
    warm(url) {
      if (spare || open.size > 0) return
      const made = openConnection(connect, url).then(track)
      spare = made.catch(() => undefined)
      const held = spare
      held.then(socket => {
        const forget = () => {
          if (spare === held) spare = undefined
        }
        if (!socket) return forget()
        socket.once('close', forget)
        const timer = setTimeout(() => {
          if (spare === held) socket.destroy()
        }, WARM_MS_MAX)
        timer.unref()
      })
    },
    close() {
      spare?.then(socket => socket?.destroy())
      spare = undefined
    },
  }
}

/** A connection to the origin of `url`, as undici would make it. */
export function openConnection(connect: Connector, url: URL): Promise<Socket> {
  const { host, protocol, port } = url
  const hostname = url.hostname.replace(/^\[|\]$/g, '')
  return new Promise((resolve, reject) => {
    connect({ host, hostname, protocol, port }, (...[error, socket]) => {
      if (error) return reject(error)
      socket.on('error', () => {})
      resolve(socket)
    })
  })
}
