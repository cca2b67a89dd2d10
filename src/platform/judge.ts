/**
 * A platform's reply judged in the order of XJ-D01-2019, table A.1: protocol
 * fields, then the business code, then the transaction's state.
 * @module
 */
import { isObject, type JsonObject, parseObject } from '../envelope/json.js'
import { Failure } from '../failure.js'

export interface PlatformReply {
  /** 0, or the platform's own code, passed through. */
  code: number
  /** The platform's sentence; empty where it sent none. */
  message: string
  /** Every field that it sent; {} unless code is 0. */
  data: JsonObject
}

/**
 * The reply in `body`, which came with HTTP `status` from `origin`. `open`
 * takes it out of its envelope before anything in it is believed.
 *
 * Fails with platform-http, platform-not-json, or platform-refused where the
 * code is 0 and the reply still says that nothing was done.
 */
export function judgeReply(
  status: number,
  body: string,
  origin: string,
  open: (reply: JsonObject) => JsonObject = reply => reply,
): PlatformReply {
  const received = parseObject(body)
  const code = codeOf(received?.code)
  if (status !== 200 && !code) {
    throw new Failure('platform-http', { origin, status })
  }
  if (!received || code === undefined) {
    throw new Failure('platform-not-json', { origin })
  }
  const reply = open(received)
  const message = typeof reply.message === 'string' ? reply.message : ''
  const data = code === 0 ? settledData(reply) : {}
  return { code, message, data }
}

function settledData(reply: JsonObject): JsonObject {
  const { success, data } = reply
  const object = typeof data === 'string' ? parseObject(data) : data
  const refused = success === false || success === 'false'
  if (refused || !isObject(object)) throw new Failure('platform-refused')
  return object
}

/** 0, "0" and "0000" are the same code; undefined where it is no number. */
export function codeOf(code: unknown): number | undefined {
  const text = typeof code === 'string' && /^-?\d+$/.test(code)
  const number = text ? Number(code) : code
  return Number.isInteger(number) ? Number(number) : undefined
}
