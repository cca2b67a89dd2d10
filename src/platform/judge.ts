/**
 * A platform's reply judged in the order of XJ-D01-2019, table A.1: protocol
 * fields, then the business code, then the transaction's state.
 * @module
 */
import { Failure } from '../failure.js'

type JsonObject = Record<string, unknown>

export interface PlatformReply {
  /** 0, or the platform's own code, passed through. */
  code: number
  /** The platform's sentence; empty where it sent none. */
  message: string
  /** Every field that it sent; {} unless code is 0. */
  data: JsonObject
}

/**
 * The reply in `body`, which came with HTTP `status` from `origin`.
 *
 * Fails with platform-http, platform-not-json, or platform-refused where the
 * code is 0 and the reply still says that nothing was done.
 */
export function judgeReply(
  status: number,
  body: string,
  origin: string,
): PlatformReply {
  const reply = parseObject(body)
  const code = codeOf(reply?.code)
  if (status !== 200 && !code) {
    throw new Failure('platform-http', { origin, status })
  }
  if (!reply || code === undefined) {
    throw new Failure('platform-not-json', { origin })
  }
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

/** 0, "0" and "0000" are the same code. */
function codeOf(code: unknown): number | undefined {
  const number = typeof code === 'string' && code ? Number(code) : code
  return Number.isInteger(number) ? Number(number) : undefined
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
