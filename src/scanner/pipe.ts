/**
 * A named pipe of Windows, as which a virtual machine shows a COM port of its
 * guest, and an emulator itself.
 * @module
 */
import { once } from 'node:events'
import { Socket } from 'node:net'
import { ANSWER_MS, answered, type Line, type LineEvents } from './line.js'

/** \\.\pipe\NAME, or \\?\pipe\NAME. */
const PIPE = /^\\\\[.?]\\pipe\\./i

/** libuv waits for an end that is free; most servers have one in all. */
const HELD = `EBUSY: no free end within ${ANSWER_MS} ms`

/** Whether `path` names a pipe and not a port. */
export function isPipe(path: string): boolean {
  return PIPE.test(path)
}

/** The pipe at `path`, the end of which another program serves. */
export function pipeLine(path: string): Line {
  const socket = new Socket()
  return {
    async open({ onBytes, onLost }: LineEvents) {
      await answered(once(socket.connect(path), 'connect'), HELD)
      socket.on('error', error => onLost('scanner-unplugged', error))
      socket.on('close', () => onLost('scanner-unplugged'))
      socket.on('data', onBytes)
    },
    send: bytes => answered(write(socket, bytes)),
    async close() {
      socket.removeAllListeners('close')
      socket.destroy()
    },
  }
}

function write(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, error => (error ? reject(error) : resolve()))
  })
}
