/**
 * Sends prepared requests over kept connections and counts what comes back,
 * for as little of the processor as one can: it shares the cores with the
 * server that is measured.
 * @module
 */
import { once } from 'node:events'
import { connect, type TLSSocket } from 'node:tls'

/** A request as the bytes of HTTP/1.1. */
export function requestBytes(path: string, body: string): Buffer {
  const head = [
    `POST ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
}

/** Connections to `url`, which shows the certificate `ca`. */
export async function openConnections(
  url: string,
  ca: Buffer,
  count: number,
): Promise<TLSSocket[]> {
  const { hostname: host, port } = new URL(url)
  const sockets = Array.from({ length: count }, () =>
    connect({ host, port: Number(port), ca }),
  )
  await Promise.all(sockets.map(socket => once(socket, 'secureConnect')))
  for (const socket of sockets) socket.setNoDelay(true)
  return sockets
}

/**
 * Sends all of `requests`, each connection one at a time. Resolves to the
 * bodies of the answers, in no order.
 */
export async function sendAll(
  sockets: readonly TLSSocket[],
  requests: readonly Buffer[],
): Promise<string[]> {
  const bodies: string[] = []
  let next = 0
  const one = (socket: TLSSocket) =>
    new Promise<void>((resolve, reject) => {
      let received = ''
      const send = () => {
        const request = requests[next]
        next += 1
        if (request) return void socket.write(request)
        socket.off('data', receive)
        socket.off('error', reject)
        resolve()
      }
      const receive = (chunk: Buffer) => {
        received += chunk.toString()
        const body = wholeBody(received)
        if (body === undefined) return
        received = ''
        bodies.push(body)
        send()
      }
      socket.on('data', receive)
      socket.once('error', reject)
      send()
    })
  await Promise.all(sockets.map(one))
  return bodies
}

/** The body of the answer in `received`, once it is all there. */
function wholeBody(received: string): string | undefined {
  const end = received.indexOf('\r\n\r\n')
  if (end === -1) return undefined
  const length = /^content-length: (\d+)/im.exec(received)?.[1]
  const body = received.slice(end + 4)
  return Buffer.byteLength(body) < Number(length) ? undefined : body
}
