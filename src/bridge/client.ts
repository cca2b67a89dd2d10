/**
 * Asks a running daemon, as nationec status and nationec stop do.
 * @module
 */
import { connect } from 'node:net'
import { addon } from '../addon.js'
import { controlPath } from '../paths.js'
import type { Command } from './connection.js'

/** A daemon that is alive answers at once. */
export const CONTROL_MS = 3000

/**
 * Sends `command` to the daemon of the socket `path` and resolves to its JSON answer, or
 * to undefined where no daemon serves the path. Rejects where the daemon may
 * not be asked or does not answer in time.
 */
export function askDaemon(path: string, command: Command): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const socket = connect(controlPath(path))
    let received = Buffer.alloc(0)
    socket.setTimeout(CONTROL_MS, () =>
      socket.destroy(new Error(`no answer within ${CONTROL_MS} ms`)),
    )
    socket.once('connect', () => {
      const json = Buffer.from(JSON.stringify({ command }))
      socket.write(addon.encodeFrame({ kind: 'control', json }))
    })
    socket.on('data', bytes => {
      received = Buffer.concat([received, bytes])
    })
    socket.once('end', () => {
      try {
        resolve(answerIn(received))
      } catch (error) {
        reject(error)
      }
    })
    socket.once('error', (error: NodeJS.ErrnoException) => {
      const absent = error.code === 'ENOENT' || error.code === 'ECONNREFUSED'
      if (absent) resolve(undefined)
      else reject(error)
    })
  })
}

function answerIn(bytes: Buffer): unknown {
  const frame = addon.decodeFrame(bytes)
  if (frame?.kind !== 'control') throw new Error('garbled answer')
  return JSON.parse(frame.json.toString())
}
