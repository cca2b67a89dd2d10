/**
 * InData as real callers write it: JSON with trailing commas, a byte order
 * mark, blanks around keys, numbers for text.
 * @module
 */
import { type ParseError, parse as parseTolerantly } from 'jsonc-parser'
import { Failure } from '../failure.js'

/** Real requests have two levels, drugList three more. */
export const DEPTH_MAX = 32

export type JsonObject = Record<string, unknown>

export interface InData {
  object: JsonObject
  /** What had to be repaired, for the journal. */
  repairs: string[]
}

/**
 * Reads InData. Keys of the outer object and of `data` lose blanks around
 * them; an exact key wins over a repaired one.
 *
 * Fails with not-json, not-object or too-deep.
 */
export function readInData(text: string): InData {
  if (depthOf(text) > DEPTH_MAX) {
    throw new Failure('too-deep', { limit: DEPTH_MAX })
  }
  const repairs: string[] = []
  const outer = trimKeys(asObject(parse(text, repairs), 'InData'), repairs)
  if (isObject(outer.data)) outer.data = trimKeys(outer.data, repairs)
  return { object: outer, repairs }
}

/** True for what JSON calls an object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `value` as an object, else not-object, naming `field`. */
export function asObject(value: unknown, field: string): JsonObject {
  if (!isObject(value)) throw new Failure('not-object', { field })
  return value
}

function parse(text: string, repairs: string[]): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const errors: ParseError[] = []
    parseTolerantly(text, errors, {
      allowTrailingComma: true,
      disallowComments: true,
    })
    const first = errors[0]
    if (first) throw new Failure('not-json', { offset: first.offset })
    repairs.push('trailing comma')
    return JSON.parse(text.replace(TRAILING_COMMA, '$1'))
  }
}

/** Strings are kept as they are, as $1. */
const TRAILING_COMMA = /("(?:[^"\\]+|\\.)*")|,(?=\s*[}\]])/g

function trimKeys(object: JsonObject, repairs: string[]): JsonObject {
  const entries = Object.entries(object)
  const blank = entries.filter(([key]) => key !== key.trim())
  if (blank.length === 0) return object
  repairs.push(`blanks around keys: ${blank.length}`)
  const exact = entries.filter(([key]) => key === key.trim())
  const trimmed = blank.map(([key, value]) => [key.trim(), value] as const)
  return Object.fromEntries([...trimmed, ...exact])
}

function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (inString) {
      if (char === '\\') at++
      else if (char === '"') inString = false
    } else if (char === '"') inString = true
    else if (char === '{' || char === '[') deepest = Math.max(deepest, ++depth)
    else if (char === '}' || char === ']') depth--
  }
  return deepest
}
