/**
 * Replaces what is personal in messages, the same value by the same
 * replacement within one recording, and two by two where their form has room.
 * @module
 */
import { randomBytes } from 'node:crypto'
import { birthDate, isIdNumber } from '../codes/id-number.js'
import { parseMedicalCode } from '../codes/medical-code.js'
import { returnCodes } from '../dictionary/return-codes.js'
import { isObject, type JsonObject } from '../envelope/json.js'
import { type Draws, drawsOf } from './chance.js'
import {
  isKept,
  isMemberName,
  isPathPart,
  type Kind,
  kindOf,
} from './fields.js'
import {
  isToken,
  otherAddress,
  otherBirthday,
  otherCode,
  otherFilingNumber,
  otherIdNumber,
  otherInstitution,
  otherMac,
  otherName,
  otherToken,
  sameForm,
  writeDate,
} from './forms.js'

export interface Disguise {
  /** `message` with every value replaced that is not known to be harmless. */
  message(message: JsonObject): JsonObject
  /** A path of a URL; what is no plain word in it is replaced. */
  path(path: string): string
}

/** Values of one letter have no hundred others; then two may meet. */
const ATTEMPTS = 100
/** Real messages have two levels, drugList three more; what is deeper goes. */
const DEPTH_MAX = 32

const REPLACE: Record<Kind, (value: string, draws: Draws) => string> = {
  name: otherName,
  'id-number': otherIdNumber,
  code: otherCode,
  token: otherToken,
  institution: otherInstitution,
  'filing-number': otherFilingNumber,
  address: otherAddress,
  mac: otherMac,
  birthday: otherBirthday,
  message: knownSentence,
  form: sameForm,
}

/**
 * A disguise for one recording. `key` is never written anywhere: without it
 * nobody can try whose value was replaced by what.
 */
export function createDisguise(key: Buffer = randomBytes(32)): Disguise {
  return new Recording(key)
}

class Recording implements Disguise {
  readonly #replacements = new Map<string, string>()
  readonly #taken = new Set<string>()

  constructor(readonly key: Buffer) {}

  message(message: JsonObject): JsonObject {
    return this.#members(message, 0)
  }

  path(path: string): string {
    const parts = path.split('/').map(part => {
      return isPathPart(part) ? part : this.#replace(part, 'form')
    })
    return parts.join('/')
  }

  #members(message: JsonObject, depth: number): JsonObject {
    const entries = Object.entries(message).map(([name, value]) => {
      const known = isMemberName(name) ? name : this.#replace(name, 'form')
      return [known, this.#value(name, value, message, depth)] as const
    })
    return Object.fromEntries(entries)
  }

  #value(
    name: string,
    value: unknown,
    message: JsonObject,
    depth: number,
  ): unknown {
    if (depth > DEPTH_MAX) return null
    if (Array.isArray(value)) {
      return value.map(item => this.#value('', item, message, depth + 1))
    }
    if (isObject(value)) return this.#members(value, depth + 1)
    if (value === null || typeof value === 'boolean') return value
    const text = String(value)
    if (text === '' || text === 'null' || isKept(name, text)) return value
    if (typeof value === 'number') return this.#number(text)
    return this.#json(text, depth) ?? this.#text(name, text, message)
  }

  #number(text: string): number {
    const other = Number(this.#replace(text, 'form'))
    return Number.isFinite(other) ? other : 0
  }

  /** Some members are JSON in text: data itself, drugList. */
  #json(text: string, depth: number): string | undefined {
    if (!/^\s*[[{]/.test(text)) return undefined
    try {
      return JSON.stringify(this.#value('', JSON.parse(text), {}, depth + 1))
    } catch {
      return undefined
    }
  }

  #text(name: string, text: string, { idNo }: JsonObject): string {
    const kind = kindOf(name)
    if (kind === 'message') return knownSentence(text)
    if (kind === 'birthday' && typeof idNo === 'string' && isIdNumber(idNo)) {
      const other = birthDate(this.#replace(idNo, 'id-number'))
      return writeDate(text, other) || this.#replace(text, 'birthday')
    }
    return this.#replace(text, kind === 'form' ? formOf(text) : kind)
  }

  #replace(value: string, kind: Kind): string {
    const known = this.#replacements.get(value)
    if (known !== undefined) return known
    const other = this.#draw(value, kind)
    this.#replacements.set(value, other)
    this.#taken.add(other)
    return other
  }

  #draw(value: string, kind: Kind): string {
    for (let attempt = 0; ; attempt++) {
      const other = REPLACE[kind](value, drawsOf(this.key, value, attempt))
      const free = other !== value && !this.#taken.has(other)
      if (free || attempt === ATTEMPTS) return other
    }
  }
}

/** What has a form of its own may stand where nobody expects it. */
function formOf(text: string): Kind {
  if (isIdNumber(text)) return 'id-number'
  if (isToken(text)) return 'token'
  return parseMedicalCode(text) ? 'code' : 'form'
}

const SENTENCES = new Set([
  '成功',
  '处理成功',
  ...returnCodes.map(({ message }) => message),
])

/**
 * A sentence of table C.4, without what a platform adds behind a colon; what
 * else platforms write may name somebody.
 */
function knownSentence(message: string): string {
  if (SENTENCES.has(message)) return message
  const [head = ''] = message.split(/[：:]/)
  return SENTENCES.has(head) ? `${head}：…` : '…'
}
