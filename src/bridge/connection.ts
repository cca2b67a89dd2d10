/**
 * One connection: one frame in, one frame out. A connection that closes before
 * its reply is a call that nobody waits for.
 * @module
 */
import type { Socket } from 'node:net'
import {
  addon,
  type Frame,
  type FrameErrorCode,
  type OutgoingFrame,
  type PeerCredentials,
} from '../addon.js'
import type { Trans } from './trans.js'

/** A library that is alive sends its frame at once. */
export const REQUEST_MS = 5000

/** A frame may take this long here; its deadline counts from its start. */
export const UNDERWAY_MS = 20

/** What nationec status and nationec stop send. */
export const COMMANDS = ['status', 'stop'] as const
export type Command = (typeof COMMANDS)[number]

export interface Connected {
  trans: Trans
  /** How long a call may take, in ms. */
  deadlineMs: number
  /** Answers a control frame; `peer` is undefined where the system hides it. */
  control(
    command: Command | undefined,
    peer: PeerCredentials | undefined,
  ): unknown
  /** Told of what is not ours to answer, for the log. */
  onError(error: unknown): void
}

/** Serves `socket` until it closes. */
export function serveConnection(socket: Socket, served: Connected): void {
  let received = Buffer.alloc(0)
  const impatience = setTimeout(() => socket.destroy(), REQUEST_MS)
  socket.on('error', () => socket.destroy())
  socket.on('close', () => clearTimeout(impatience))
  socket.on('data', bytes => {
    received = received.length > 0 ? Buffer.concat([received, bytes]) : bytes
    const frame = decode(received, socket, served)
    if (!frame) return
    clearTimeout(impatience)
    socket.removeAllListeners('data').resume()
    answer(frame, socket, served).catch(error => {
      served.onError(error)
      socket.destroy()
    })
  })
}

function decode(bytes: Buffer, socket: Socket, served: Connected) {
  try {
    return addon.decodeFrame(bytes)
  } catch (error) {
    served.onError(error)
    const { code } = error as { code: FrameErrorCode }
    if (code === 'NEC_BAD_VERSION') send(socket, { kind: 'refusal' })
    else socket.destroy()
    return undefined
  }
}

async function answer(
  frame: Frame,
  socket: Socket,
  served: Connected,
): Promise<void> {
  const peer = peerOf(socket)
  if (frame.kind === 'control') {
    const result = served.control(commandOf(frame.json), peer)
    send(socket, { kind: 'control', json: Buffer.from(JSON.stringify(result)) })
  } else if (frame.kind === 'call') {
    send(socket, await replyTo(frame, socket, served, peer))
  } else socket.destroy()
}

/** Tells the call that its caller has left, unless it is answered by then. */
async function replyTo(
  frame: Frame & { kind: 'call' },
  socket: Socket,
  { trans, deadlineMs }: Connected,
  peer: PeerCredentials | undefined,
): Promise<OutgoingFrame> {
  if (deadlineMs > frame.deadlineMs + UNDERWAY_MS) {
    socket.write(addon.encodeFrame({ kind: 'wait', deadlineMs }))
  }
  const left = new AbortController()
  const leave = () => left.abort('caller-left')
  socket.once('close', leave)
  const caller = { door: 'socket', ...(peer && { pid: peer.pid }) }
  const reply = await trans({ ...frame, deadlineMs }, caller, left.signal)
  socket.off('close', leave)
  return { kind: 'reply', ...reply }
}

function commandOf(json: Buffer): Command | undefined {
  try {
    const { command } = JSON.parse(json.toString())
    return COMMANDS.find(known => known === command)
  } catch {
    return undefined
  }
}

function send(socket: Socket, frame: OutgoingFrame): void {
  if (!socket.destroyed) socket.end(addon.encodeFrame(frame))
}

/** Node keeps the descriptor in its handle, outside its documented surface. */
function peerOf(socket: Socket): PeerCredentials | undefined {
  const { _handle } = socket as Socket & { _handle?: { fd?: number } }
  if (process.platform !== 'linux' || !_handle?.fd) return undefined
  return addon.peerCredentials(_handle.fd)
}
