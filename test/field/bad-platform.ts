/**
 * Platforms that misbehave, each in the way that its path names.
 * @module
 */
import type { ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Server,
  type Socket,
} from 'node:net'
import type { Test } from 'tap'
import { loadCertificate } from '../../src/sandbox/certificate.js'

const FLOOD_BYTES = 10 * 1024 * 1024
const BLOCK = Buffer.alloc(64 * 1024, ' ')

export interface BadPlatform {
  /** Ends in a slash, as an entry of the allow list. */
  url: string
  /** Of the certificate; empty where it has none. */
  pin: string
}

/** What happens to a request, by its path. */
const ways: Record<string, (response: ServerResponse) => void> = {
  hangs: () => {},
  'stops-in-the-middle': response => void response.write('{"code":0,'),
  cuts: response => {
    response.writeHead(200, { 'content-length': 1000 })
    response.write('{"code":0,', () => response.destroy())
  },
  'cuts-at-once': response => void response.destroy(),
  floods: response => {
    let left = FLOOD_BYTES
    const more = () => {
      while (left > 0) {
        left -= BLOCK.length
        if (!response.write(BLOCK)) return void response.once('drain', more)
      }
      response.end()
    }
    more()
  },
  'answers-html': response => response.end('<html>医保</html>'),
  'answers-500': response => response.writeHead(500).end('oops'),
  'answers-nothing': response => response.end(),
  'answers-garbage': response => response.end(Buffer.from([0xff, 0, 0x80])),
  'answers-too-much-for-a-buffer': response =>
    answerPerson(response, { userName: '长'.repeat(5000) }),
  'answers-half-a-character': response =>
    answerPerson(response, { userName: '\ud842小川' }),
}

function answerPerson(response: ServerResponse, data: object): void {
  response.end(JSON.stringify({ code: 0, success: true, data }))
}

/** An HTTPS platform that knows every way; it ends with the test. */
export async function startBadPlatform(
  t: Test,
  folder: string,
): Promise<BadPlatform> {
  const { certificate, key, fingerprint } = await loadCertificate(
    folder,
    Date.now,
  )
  const server = createHttpsServer({ cert: certificate, key })
  server.on('request', (request, response: ServerResponse) => {
    request
      .resume()
      .on('end', () => ways[request.url?.slice(1) ?? '']?.(response))
  })
  const port = await listen(t, server)
  return { url: `https://127.0.0.1:${port}/`, pin: fingerprint }
}

/** Takes connections and says nothing, not even TLS. */
export async function startMutePlatform(t: Test): Promise<BadPlatform> {
  const server = createTcpServer(socket => socket.resume())
  return { url: `https://127.0.0.1:${await listen(t, server)}/`, pin: '' }
}

/** A port that refuses: it was just in use and is no more. */
export async function findRefusingPlatform(): Promise<BadPlatform> {
  const server = createTcpServer()
  const port = await listenOn(server)
  await new Promise(resolve => server.close(resolve))
  return { url: `https://127.0.0.1:${port}/`, pin: '' }
}

async function listen(t: Test, server: Server): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', socket => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  })
  t.teardown(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return listenOn(server)
}

function listenOn(server: Server): Promise<number> {
  return new Promise(resolve =>
    server.listen(0, '127.0.0.1', () =>
      resolve((server.address() as AddressInfo).port),
    ),
  )
}
