/**
 * Sends a recorded request again, through the front door.
 * @module
 */
import { request as open } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { SandboxServer } from '../server.js'
import { type Replayed, SPACE_HEADER } from './contract.js'
import type { Recorded } from './request-journal.js'
import type { Space } from './spaces.js'

/** A latency beyond it is not waited for. */
export const REPLAY_MS_MAX = 30_000

/** Says of a request which one it repeats. */
export const REPLAY_HEADER = 'x-nationec-replay-of'

/** Headers of a connection, which the new one has of its own. */
const OF_CONNECTION = [
  'connection',
  'content-length',
  'host',
  'keep-alive',
  'transfer-encoding',
]

/**
 * Sends `recorded` to `server`, which listens with `certificate`, for `space`.
 * Time has gone on and codes were used: the answer may be another one. What
 * takes longer than `answerMs` is as good as no answer.
 */
export async function replay(
  server: SandboxServer,
  certificate: string,
  space: Space,
  recorded: Recorded,
  answerMs = REPLAY_MS_MAX,
): Promise<Replayed> {
  const before = space.journal.lastId
  const again = { ...recorded, headers: headersOf(recorded, space) }
  const { status, body } = await send(server, certificate, again, answerMs)
  const repeats = space.journal
    .list(before, Number.POSITIVE_INFINITY)
    .find(({ headers }) => headers[REPLAY_HEADER] === String(recorded.id))
  return { id: repeats?.id ?? null, status, body }
}

function headersOf({ id, headers }: Recorded, space: Space) {
  const kept = Object.entries(headers).filter(
    ([name]) => !OF_CONNECTION.includes(name),
  )
  return {
    ...Object.fromEntries(kept),
    ...(space.name && { [SPACE_HEADER]: space.name }),
    [REPLAY_HEADER]: String(id),
  }
}

/** Status 0 where the connection ends without a whole answer. */
function send(
  server: SandboxServer,
  ca: string,
  {
    method,
    url,
    headers,
    body,
  }: Pick<Recorded, 'method' | 'url' | 'headers' | 'body'>,
  answerMs: number,
): Promise<{ status: number; body: string }> {
  const { address, port } = server.server.address() as AddressInfo
  return new Promise(resolve => {
    const chunks: Buffer[] = []
    const end = (status: number) =>
      resolve({ status, body: Buffer.concat(chunks).toString() })
    open({
      ...{ host: address, port, ca, method, headers, path: url, agent: false },
      signal: AbortSignal.timeout(answerMs),
    })
      .on('error', () => end(0))
      .on('response', response => {
        response
          .on('data', (chunk: Buffer) => chunks.push(chunk))
          .on('end', () => end(response.statusCode ?? 0))
          .on('error', () => end(0))
      })
      .end(body)
  })
}
