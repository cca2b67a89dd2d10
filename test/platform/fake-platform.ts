/**
 * A platform that behaves as a test tells it, over real TLS with a
 * certificate of its own.
 * @module
 */
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import {
  createServer as createPlainServer,
  type RequestListener,
} from 'node:http'
import { createServer, type ServerOptions } from 'node:https'
import type { AddressInfo, Server, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import type { Test } from 'tap'
import type { AllowedPlatform } from '../../src/platform/targets.js'

export interface FakePlatform {
  /** https://127.0.0.1:PORT/ */
  url: string
  /** SHA-256 of its certificate. */
  pin: string
  /** File with its certificate, which is its own authority. */
  caFile: string
  /** Connections that were accepted. */
  connections(): number
  /** Bodies that arrived, whatever became of them. */
  bodies: string[]
  server: Server
  /** The entry of the allow list that pins it. */
  allowed: AllowedPlatform
}

interface FakeOptions {
  plain?: boolean
  host?: '127.0.0.1' | '::1'
  /** What its certificate says; by default it is right. */
  ip?: string
  notAfter?: Date
  tls?: ServerOptions
}

/** Starts a platform that ends with the test. */
export async function startFake(
  t: Test,
  answer: RequestListener,
  { plain = false, host = '127.0.0.1', tls, ...subject }: FakeOptions = {},
): Promise<FakePlatform> {
  const bodies: string[] = []
  const listener: RequestListener = async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    bodies.push(Buffer.concat(chunks).toString())
    answer(request, response)
  }
  const { key, cert } = await makeCertificate(subject)
  const server = plain
    ? createPlainServer(listener)
    : createServer({ key, cert, ...tls }, listener)
  let connections = 0
  server.on('connection', () => connections++)
  server.on('tlsClientError', () => {})
  const port = await listen(t, server, host)
  const folder = mkdtempSync(join(tmpdir(), 'nationec-test-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const caFile = join(folder, 'ca.pem')
  writeFileSync(caFile, cert)
  const name = host === '::1' ? '[::1]' : host
  const url = `${plain ? 'http' : 'https'}://${name}:${port}/`
  const pin = new X509Certificate(cert).fingerprint256
  return {
    ...{ url, pin, caFile, bodies, server },
    connections: () => connections,
    allowed: { url, pin: plain ? '' : pin, caFile: '' },
  }
}

/** The port of `server`, which ends with the test, its connections too. */
export async function listen(
  t: Test,
  server: Server,
  host = '127.0.0.1',
): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', socket => {
    sockets.add(socket.on('error', () => {}))
  })
  await new Promise<void>(resolve => server.listen(0, host, resolve))
  t.teardown(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

export async function makeCertificate({
  ip = '127.0.0.1',
  notAfter,
}: FakeOptions = {}) {
  const made = await generate([{ name: 'commonName', value: 'a platform' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - 2 * 86_400_000),
    ...(notAfter && { notAfterDate: notAfter }),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'subjectAltName', altNames: [{ type: 7, ip }] },
    ],
  })
  return { key: made.private, cert: made.cert }
}
