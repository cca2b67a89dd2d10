/**
 * A server for whole requests over HTTPS on the loopback interface, whose
 * bytes are left as they are.
 * @module
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'

/** What reply and request have in common. */
interface Message {
  headers: Record<string, string | string[]>
  body: Buffer
}

export interface WholeRequest extends Message {
  method: string
  /** With the question mark and what follows. */
  url: string
}

export interface WholeReply extends Message {
  status: number
}

export interface ServerOptions {
  /** 0 for one that is free. */
  port: number
  /** In PEM. */
  certificate: { certificate: string; key: string }
  /** The connection is cut where it rejects. */
  answer(request: WholeRequest): Promise<WholeReply>
}

export interface WholeServer {
  /** https://127.0.0.1:PORT, without a slash at the end. */
  url: string
  /** Ends open connections. */
  close(): Promise<void>
}

/** More than table B.1 allows, encrypted and written in hexadecimal. */
export const BODY_BYTES_MAX = 1024 * 1024

const HOST = '127.0.0.1'

/** Rejects where the port is taken. */
export async function listenWhole(
  options: ServerOptions,
): Promise<WholeServer> {
  const { certificate, key } = options.certificate
  const tls = { cert: certificate, key, minVersion: 'TLSv1.2' } as const
  const server = createServer(tls, (request, response) => {
    serve(request, response, options.answer).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, HOST, resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `https://${HOST}:${port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  answer: ServerOptions['answer'],
): Promise<void> {
  const body = await readBody(request)
  if (!body) {
    response.writeHead(413, { connection: 'close' }).end()
    return
  }
  const { method = 'GET', url = '/' } = request
  const headers = definedHeaders(request.headers)
  const reply = await answer({ method, url, headers, body })
  response.writeHead(reply.status, reply.headers).end(reply.body)
}

/** Undefined where it is longer than any. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of request) {
    bytes += part.length
    if (bytes > BODY_BYTES_MAX) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Headers without those that are not there. */
export function definedHeaders(
  headers: Record<string, string | string[] | undefined>,
): Message['headers'] {
  const entries = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  return Object.fromEntries(entries)
}
