/**
 * Faults that strike before the platform is asked, and connections that end
 * without a whole answer.
 * @module
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { resetConnection } from './reset-connection.js'

/**
 * Lets the request of `request` go on by `proceed`, late where its fault says
 * so; or ends it, telling `unanswered` where nothing is sent at all.
 */
export function meetFault(
  request: FastifyRequest,
  reply: FastifyReply,
  proceed: () => void,
  unanswered: () => void,
): void {
  const { latencyMs = 0 } = request.exchange?.fault?.fault ?? {}
  const go = () => strike(request, reply, proceed, unanswered)
  if (latencyMs > 0) delay(request, latencyMs, go, unanswered)
  else go()
}

/** Calls one of the two: `gone` where the caller has left by then. */
function delay(
  request: FastifyRequest,
  latencyMs: number,
  go: () => void,
  gone: () => void,
): void {
  const { socket } = request.raw
  const left = () => {
    clearTimeout(timer)
    gone()
  }
  const timer = setTimeout(() => {
    socket.off('close', left)
    go()
  }, latencyMs)
  socket.once('close', left)
}

function strike(
  request: FastifyRequest,
  reply: FastifyReply,
  proceed: () => void,
  unanswered: () => void,
): void {
  const { cut, reset, hang, http } = request.exchange?.fault?.fault ?? {}
  if (http !== undefined) {
    const page = `<html><body><h1>${http}</h1></body></html>\n`
    reply.status(http).type('text/html').send(page)
  } else if (cut === 'before' || reset || hang) {
    unanswered()
    reply.hijack()
    if (reset) resetConnection(request.raw.socket)
    else if (cut) request.raw.socket.destroy()
  } else {
    proceed()
  }
}

/**
 * Ends the connection of `reply` in place of an answer; where there is a
 * `half` of one, when that has left, under headers that promise `bytes`.
 */
export function endInstead(
  reply: FastifyReply,
  bytes: number,
  half?: Buffer,
): void {
  const { raw } = reply
  if (!half) return void raw.destroy()
  raw.writeHead(reply.statusCode, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes,
  })
  raw.write(half, () => raw.destroy())
}
