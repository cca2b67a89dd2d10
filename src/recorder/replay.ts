/**
 * Plays the platform of a recording, so that a program can be tested where
 * that platform is not.
 * @module
 */
import { isObject, type JsonObject, parseObject } from '../envelope/json.js'
import { text } from '../texts/index.js'
import type { Exchange } from './format.js'
import { listenWhole, type WholeServer } from './https-server.js'
import { askedFor, type Match, rank } from './match.js'

export interface ReplayOptions {
  /** 0 for one that is free. */
  port: number
  /** In PEM. */
  certificate: { certificate: string; key: string }
  exchanges: readonly Exchange[]
  /** Whether a request that was not recorded so is refused. */
  strict?: boolean
  /**
   * Takes the body of a request out of its envelope, has `answer` answer it,
   * and seals the answer in the same way.
   */
  inKind(
    body: JsonObject,
    answer: (message: unknown) => Promise<object>,
  ): Promise<object>
  /** Told how each request was found. */
  onRequest?: (found: Found) => void
}

/** What became of a request. */
export interface Found {
  asked: string
  /** Of the exchange that was played; undefined where none was. */
  number?: number
  /** Members in which the request differs from the recorded one. */
  differences: string[]
}

/** A platform that echoes these would be unbelievable without. */
const ECHOED = ['ecQrCode', 'outBizNo'] as const

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' }

/**
 * Serves `exchanges`: the most similar request counts, of those that ask for
 * the same. Requests that were recorded more than once are played in
 * their order, the last for ever. Rejects where the port is taken.
 */
export function startReplay(options: ReplayOptions): Promise<WholeServer> {
  const { port, certificate, inKind } = options
  const player = new Player(options)
  return listenWhole({
    port,
    certificate,
    async answer({ url, body }) {
      const [path = ''] = url.split('?')
      const object = parseObject(body.toString('utf8'))
      const played = { status: 200 }
      const reply = object
        ? await inKind(object, async message =>
            player.play(path, message, played),
          )
        : refusal(text('recorder.unreadable', {}, 'zh-CN'))
      const bytes = Buffer.from(JSON.stringify(reply))
      return { status: played.status, headers: JSON_TYPE, body: bytes }
    },
  })
}

class Player {
  /** How often each exchange was played. */
  readonly #played = new Map<number, number>()

  constructor(readonly options: ReplayOptions) {}

  /** The reply to `message`; `played` learns the recorded status. */
  play(path: string, message: unknown, played: { status: number }): object {
    const request = isObject(message) ? message : {}
    const { exchanges, strict = false, onRequest } = this.options
    const asked = askedFor(path, request)
    const ranked = rank(exchanges, path, request)
    const [nearest] = ranked
    if (!nearest) {
      onRequest?.({ asked, differences: [] })
      return refusal(noMatch(asked, exchanges))
    }
    const { differences } = nearest
    if (differences.length > 0 && strict) {
      onRequest?.({ asked, differences })
      return refusal(nearMiss(nearest))
    }
    const { exchange } = this.#next(ranked, nearest)
    const { number } = exchange
    onRequest?.({ asked, number, differences })
    played.status = exchange.status ?? 502
    return replyOf(exchange, request)
  }

  /** Of those that are as similar, the one that was played least. */
  #next(ranked: readonly Match[], nearest: Match): Match {
    const count = ({ exchange }: Match) =>
      this.#played.get(exchange.number) ?? 0
    const equals = ranked.filter(
      ({ differences }) => differences.length === nearest.differences.length,
    )
    const next =
      equals.find(one => count(one) === 0) ?? equals.at(-1) ?? nearest
    this.#played.set(next.exchange.number, count(next) + 1)
    return next
  }
}

function replyOf({ reply, failure, number }: Exchange, request: JsonObject) {
  if (failure) {
    return refusal(text('recorder.away', { reason: failure }, 'zh-CN'), -1)
  }
  if (!reply || reply.form === 'opaque') {
    return refusal(text('recorder.opaque', { number }, 'zh-CN'), -1)
  }
  return echoing(reply.message, request)
}

/** What a reply repeats of its request is that of this request. */
function echoing(reply: JsonObject, request: JsonObject): JsonObject {
  const echoed = { ...reply }
  if (reply.orgId && request.orgId) echoed.orgId = request.orgId
  if (!isObject(reply.data) || !isObject(request.data)) return echoed
  const data: JsonObject = { ...reply.data }
  for (const name of ECHOED) {
    if (data[name] && request.data[name]) data[name] = request.data[name]
  }
  return { ...echoed, data }
}

function noMatch(transType: string, exchanges: readonly Exchange[]): string {
  const names = exchanges.flatMap(({ path, request }) =>
    request.form === 'opaque' ? [] : [askedFor(path, request.message)],
  )
  const known = [...new Set(names)].join(', ')
  return text('recorder.no-match', { transType, known }, 'zh-CN')
}

function nearMiss({ exchange, differences }: Match): string {
  const facts = { number: exchange.number, names: differences.join(', ') }
  return text('recorder.near', facts, 'zh-CN')
}

/** -2: the request is at fault (table C.4). */
function refusal(message: string, code = -2): object {
  return { code, success: false, message }
}
