/**
 * Calls over a socket, frame by frame, as native/shim.c makes them.
 * @module
 */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'
import { addon, type Frame, type OutgoingFrame } from '../../src/addon.js'

/** A folder near the root: a socket's path has 107 bytes at most. */
export function shortFolder(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'nationec-test-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A call frame with these members. */
export function callFrame(
  change: Partial<OutgoingFrame & { kind: 'call' }> = {},
): Buffer {
  return addon.encodeFrame({
    kind: 'call',
    deadlineMs: 60_000,
    url: Buffer.from('https://127.0.0.1/query'),
    inData: Buffer.from('{}'),
    ...change,
  })
}

/** A connected socket. */
export async function connectTo(path: string): Promise<Socket> {
  const socket = connect(path)
  await once(socket, 'connect')
  return socket
}

/** Every frame that comes until the other end closes. */
export async function framesOf(socket: Socket): Promise<Frame[]> {
  const frames: Frame[] = []
  let bytes = Buffer.alloc(0)
  socket.on('data', more => {
    bytes = Buffer.concat([bytes, more])
    for (;;) {
      const frame = addon.decodeFrame(bytes)
      if (!frame) return
      frames.push(frame)
      bytes = bytes.subarray(frame.total)
    }
  })
  socket.on('error', () => {})
  await new Promise(resolve => socket.once('close', resolve))
  return frames
}

/** Sends `bytes` and returns every frame that comes back. */
export async function exchange(path: string, bytes: Buffer): Promise<Frame[]> {
  const socket = await connectTo(path)
  socket.write(bytes)
  return framesOf(socket)
}

/** Makes a call and returns its reply. */
export async function callAt(path: string, bytes: Buffer) {
  const frame = (await exchange(path, bytes)).at(-1)
  if (frame?.kind !== 'reply') throw new Error(`no reply: ${frame?.kind}`)
  const { returned, outData } = frame
  return {
    returned: returned.toString(),
    outData: JSON.parse(outData.toString()),
  }
}
