/**
 * A line that breaks: what is sent to it reaches the server, and may break
 * before the answer is back.
 * @module
 */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { Test } from 'tap'

export interface FlakyLine {
  /** The address of the server behind it, over this line. */
  url: string
  /** How many of the next answers are lost, and when that is seen, in ms. */
  loseAnswers(count: number, afterMs?: number): void
  /** Refuses connections until told otherwise. */
  down: boolean
}

/** Long enough for a request of a few hundred bytes to be answered. */
const ANSWER_MS = 150

/** A line to the server at `url`; ends with the test. */
export async function startFlakyLine(t: Test, url: string): Promise<FlakyLine> {
  const { port } = new URL(url)
  const sockets = new Set<Socket>()
  let losing = 0
  let lostAfter = ANSWER_MS
  const line = { down: false }
  const server = createServer(near => {
    if (line.down) return void near.destroy()
    const far = connect(Number(port), '127.0.0.1')
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    }
    near.pipe(far)
    far.on('end', () => near.end())
    if (losing > 0) {
      losing--
      return loseAnswer(near, far, lostAfter)
    }
    far.pipe(near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return Object.assign(line, {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    loseAnswers(count: number, afterMs = ANSWER_MS) {
      losing = count
      lostAfter = afterMs
    },
  })
}

/** What a client says after its hello to end the handshake, and then some. */
const FINISHED_BYTES = 200

/** Passes the handshake of TLS, and holds back all after the request. */
function loseAnswer(near: Socket, far: Socket, afterMs: number): void {
  let said = -1
  const asked = () => said > FINISHED_BYTES
  near.on('data', ({ length }) => {
    said = said < 0 ? 0 : said + length
    if (asked()) setTimeout(() => near.destroy(), afterMs).unref()
  })
  far.on('data', data => {
    if (!asked()) near.write(data)
  })
}
