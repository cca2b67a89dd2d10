/**
 * Checks what came from outside against a schema.
 * @module
 */
import { z } from 'zod'
import { done, type Outcome, refused } from './answers.js'
import type { Trail } from './trail.js'

/** A field that a table marks as 必填: text with something in it. */
export const required = z.string().regex(/\S/)

/**
 * `value` as `schema` has it; else -2, naming the first field at fault. It is
 * noted on `trail`, with the `clause` of XJ-D01-2019 that says so.
 */
export function check<Value>(
  schema: z.ZodType<Value>,
  value: unknown,
  trail: Trail,
  parent = '',
  clause = 'table A.2',
): Outcome<Value> {
  const result = schema.safeParse(value)
  if (result.success) {
    trail.note({ clause, rule: 'fields', field: `${parent}*`, ok: true })
    return done(result.data)
  }
  const path = result.error.issues[0]?.path ?? []
  const field = parent + path.join('.')
  const found = shown(value, path)
  trail.note({ clause, rule: 'fields', field: field || '*', ok: false, found })
  return field
    ? refused(-2, 'sandbox.field', { field })
    : refused(-2, 'sandbox.body')
}

/** What stands at `path` in `value`, for who directs the sandbox. */
function shown(value: unknown, path: PropertyKey[]): string {
  const at = path.reduce<unknown>((inside, name) => Object(inside)[name], value)
  return JSON.stringify(at) ?? '-'
}
