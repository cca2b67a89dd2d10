/**
 * What a platform's answer should hold, by transaction type.
 * @module
 */
import type { PlatformReply } from './rooms.js'

/** A member that must be there when code is 0, and how callers compare it. */
export interface ReplyField {
  name: string
  type: 'text' | 'number'
}

/** Tables A.5 and B.4. */
export const person: readonly ReplyField[] = [
  { name: 'userName', type: 'text' },
  { name: 'idNo', type: 'text' },
  { name: 'idType', type: 'text' },
  { name: 'ecToken', type: 'text' },
]

/** Table A.7; the table calls flag text, and every client compares numbers. */
export const checkedToken: readonly ReplyField[] = [
  { name: 'flag', type: 'number' },
  { name: 'idNo', type: 'text' },
  { name: 'idType', type: 'text' },
  { name: 'userName', type: 'text' },
]

export const faceAuthorisation: readonly ReplyField[] = [
  { name: 'authNo', type: 'text' },
]

export const notice: readonly ReplyField[] = [
  { name: 'outBizNo', type: 'text' },
]

export interface ShapedReply {
  reply: PlatformReply
  /** Names of what the platform left out, for the journal. */
  missing: string[]
}

/**
 * `reply` as callers of its type read it. What is missing from an answer with
 * code 0 is told and not refused: the platform has done its part, and some
 * callers need only one member.
 */
export function shapeReply(
  reply: PlatformReply,
  fields: readonly ReplyField[],
): ShapedReply {
  if (reply.code !== 0) return { reply, missing: [] }
  const data = { ...reply.data }
  const missing: string[] = []
  for (const { name, type } of fields) {
    const value = data[name] ?? ''
    if (value === '') missing.push(name)
    else if (type === 'number') data[name] = numberOf(value)
  }
  return { reply: { ...reply, data }, missing }
}

/** What is no number stays as it is. */
function numberOf(value: unknown): unknown {
  const digits = typeof value === 'string' && /^\d+$/.test(value)
  return digits ? Number(value) : value
}
