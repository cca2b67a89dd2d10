/**
 * Which recorded request a request is.
 * @module
 */
import { isObject, type JsonObject } from '../envelope/json.js'
import type { Exchange } from './format.js'

/**
 * What differs between two runs of the same thing: the machine, the time, the
 * running number. Also what an envelope adds.
 */
const VOLATILE = new Set([
  ...['termId', 'termIp', 'termMac', 'outBizNo', 'timestamp', 'version'],
  ...['appId', 'appCode', 'encType', 'signType', 'signData', 'encData'],
])

export interface Match {
  exchange: Exchange
  /** Names of members in which the two differ; none where they are equal. */
  differences: string[]
}

/** What a request asks for: its transType, or the last part of its path. */
export function askedFor(path: string, message: JsonObject): string {
  const { transType } = message
  if (typeof transType === 'string' && transType !== '') return transType
  return path.split('/').at(-1) ?? ''
}

/** The recorded requests for the same, the most similar first. */
export function rank(
  exchanges: readonly Exchange[],
  path: string,
  message: JsonObject,
): Match[] {
  const asked = askedFor(path, message)
  return exchanges
    .flatMap(exchange => {
      const { request } = exchange
      if (request.form === 'opaque') return []
      if (askedFor(exchange.path, request.message) !== asked) return []
      const differences = differencesOf(request.message, message)
      return [{ exchange, differences }]
    })
    .sort((one, other) => one.differences.length - other.differences.length)
}

/** Dotted names of the members that are not the same, save volatile ones. */
function differencesOf(
  one: JsonObject,
  other: JsonObject,
  parent = '',
): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].flatMap(name => {
    if (VOLATILE.has(name)) return []
    const [a, b] = [one[name], other[name]]
    if (isObject(a) && isObject(b)) {
      return differencesOf(a, b, `${parent}${name}.`)
    }
    return isSame(a, b) ? [] : [`${parent}${name}`]
  })
}

/** The field writes nothing, null, "" and {} for what it leaves out. */
function isSame(a: unknown, b: unknown): boolean {
  return writeValue(a) === writeValue(b)
}

function writeValue(value: unknown): string {
  const empty = isObject(value) && Object.keys(value).length === 0
  return empty ? '""' : JSON.stringify(value ?? '')
}
