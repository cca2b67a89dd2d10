/**
 * The socket that the library connects to.
 * @module
 */
import { chmodSync, lstatSync, mkdirSync, rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { dirname } from 'node:path'
import { addon } from '../addon.js'
import { controlPath } from '../paths.js'
import { text } from '../texts/index.js'
import { type Connected, serveConnection } from './connection.js'

/** Each waiting call holds one descriptor of the usual 1024. */
export const CONNECTIONS_MAX = 900
/** The owner and the group may call. */
export const SOCKET_MODE = 0o660

/** How long a caller may take to read its last reply. */
export const CLOSE_MS = 1000

/** Of sun_path without its NUL: Node cuts a longer one and listens elsewhere. */
const PATH_BYTES_MAX = 107

export interface Bridge {
  /** Takes no more calls; resolves when the last reply has gone. */
  close(): Promise<void>
}

/**
 * Listens at `path`, in the place of a daemon that died there.
 *
 * Rejects where another daemon serves it, the folder cannot be written, or the
 * path is too long for a socket.
 */
export async function listen(path: string, served: Connected): Promise<Bridge> {
  if (process.platform === 'win32') return listenOnPipes(path, served)
  if (Buffer.byteLength(path) > PATH_BYTES_MAX)
    throw new Error(text('daemon.path-long', { path, max: PATH_BYTES_MAX }))
  mkdirSync(dirname(path), { recursive: true })
  await removeStale(path)
  return open(path, served, () => chmodSync(path, SOCKET_MODE))
}

/** Every local user may call; commands have a pipe of their own. */
async function listenOnPipes(path: string, served: Connected): Promise<Bridge> {
  const refuse = () => ({ error: 'not allowed' })
  const bridges: Bridge[] = []
  const close = async () => {
    await Promise.all(bridges.map(bridge => bridge.close()))
  }
  try {
    bridges.push(await open(controlPath(path), served, () => {}))
    bridges.push(
      await open(path, { ...served, control: refuse }, () =>
        addon.openPipeToUsers(path),
      ),
    )
    return { close }
  } catch (error) {
    await close()
    throw explainPipe(error, path)
  }
}

/** A socket is asked before whether a daemon serves it; of a pipe this tells. */
function explainPipe(error: unknown, path: string): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') return error
  return new Error(text('daemon.already-served', { path }), { cause: error })
}

/** `admit` lets callers in, before the first of them is looked at. */
async function open(
  path: string,
  served: Connected,
  admit: () => void,
): Promise<Bridge> {
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    serveConnection(socket, served)
  })
  server.maxConnections = CONNECTIONS_MAX
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
    if (server.listening) admit()
  }).catch(error => {
    server.close()
    throw error
  })
  return { close: () => close(server, sockets) }
}

function close(server: Server, sockets: Set<Socket>): Promise<void> {
  return new Promise(resolve => {
    const cut = () => {
      for (const socket of sockets) socket.destroy()
    }
    const timer = setTimeout(cut, CLOSE_MS)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}

/** What is no socket stays, so that listening there fails. */
async function removeStale(path: string): Promise<void> {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSocket()) return
  if (await isServed(path)) {
    throw new Error(text('daemon.already-served', { path }))
  }
  rmSync(path, { force: true })
}

/** Only a refusal tells that nobody is there: one may be busy, or not ours. */
function isServed(path: string): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(path)
    socket.once('connect', () => resolve(true))
    socket.once('error', ({ code }: NodeJS.ErrnoException) =>
      resolve(code !== 'ECONNREFUSED' && code !== 'ENOENT'),
    )
    socket.once('connect', () => socket.destroy())
  })
}
