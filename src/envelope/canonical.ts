/**
 * The text that is signed: members as k=v, joined by &, and the secret.
 * @module
 */
import { isObject, type JsonObject } from './json.js'
import type { Rules } from './rules.js'

/**
 * The text to sign of `envelope`, whose data are readable, ending in
 * `&key=<appSecret>`; without that where `appSecret` is undefined.
 */
export function signText(
  envelope: JsonObject,
  appSecret: string | undefined,
  rules: Rules,
): string {
  const { unsigned, sort } = rules
  const names = Object.keys(envelope).filter(name => !unsigned.includes(name))
  if (sort !== 'none') names.sort()
  const pairs: string[] = []
  for (const name of names) {
    const value = memberText(envelope[name], rules)
    if (value !== undefined) pairs.push(`${name}=${value}`)
  }
  if (appSecret !== undefined) pairs.push(`key=${appSecret}`)
  return pairs.join('&')
}

/** `value`, an object or a list, as compact JSON; '' where nothing is left. */
export function canonicalJson(value: unknown, rules: Rules): string {
  const json = write(value, { depth: 0, sort: rules.sort !== 'none' }, rules)
  return escaped(json ?? '', rules)
}

/** `text` with what is not ASCII as \uXXXX. */
export function escapeText(text: string): string {
  return text.replace(/\P{ASCII}/gu, character =>
    character.split('').map(escapeUnit).join(''),
  )
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

function memberText(value: unknown, rules: Rules): string | undefined {
  if (typeof value === 'object' && value !== null) {
    return canonicalJson(value, rules) || undefined
  }
  const empty = value === null || value === undefined || value === ''
  if (empty && rules.prune !== 'none') return undefined
  return escaped(String(value ?? null), rules)
}

function escaped(text: string, rules: Rules): string {
  return rules.escape ? escapeText(text) : text
}

/** Where a value stands. */
interface Place {
  /** 0 for a member of the envelope, 1 for a member of that. */
  depth: number
  /** Whether an object here has its keys sorted. */
  sort: boolean
}

/** Undefined for what is left out. */
function write(value: unknown, place: Place, rules: Rules): string | undefined {
  if (Array.isArray(value)) return writeList(value, place, rules)
  if (isObject(value)) return writeObject(value, place, rules)
  if ((value ?? '') === '' && prunes(place, rules)) return undefined
  const plain = typeof value !== 'number' && typeof value !== 'boolean'
  const asText = rules.scalarsAsText && place.depth === 1 && !plain
  return JSON.stringify(asText ? String(value) : (value ?? null))
}

function writeList(list: unknown[], place: Place, rules: Rules) {
  const { depth } = place
  const sort = rules.sort === 'all' || (rules.sort === 'first' && depth === 1)
  const inside = { depth: depth + 1, sort }
  const items = list
    .map(item => write(item, inside, rules))
    .filter(json => json !== undefined)
  if (items.length === 0 && prunes(place, rules)) return undefined
  return `[${items.join(`,${rules.gap}`)}]`
}

function writeObject(object: JsonObject, { depth, sort }: Place, rules: Rules) {
  const keys = Object.keys(object)
  if (sort && rules.sort !== 'members') keys.sort()
  const inside = { depth: depth + 1, sort: rules.sort === 'all' }
  const pairs: string[] = []
  for (const key of keys) {
    const json = write(object[key], inside, rules)
    if (json === undefined) continue
    pairs.push(`${JSON.stringify(key)}:${rules.gap}${json}`)
  }
  if (pairs.length === 0 && rules.prune === 'all') return undefined
  return `{${pairs.join(`,${rules.gap}`)}}`
}

function prunes({ depth }: Place, { prune }: Rules): boolean {
  return prune === 'all' || (prune === 'first' && depth === 1)
}
