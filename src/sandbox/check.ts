/**
 * Checks what came from outside against a schema.
 * @module
 */
import { z } from 'zod'
import { done, type Outcome, refused } from './answers.js'

/** A field that a table marks as 必填: text with something in it. */
export const required = z.string().regex(/\S/)

/** `value` as `schema` has it; else -2, naming the first field at fault. */
export function check<Value>(
  schema: z.ZodType<Value>,
  value: unknown,
  parent = '',
): Outcome<Value> {
  const result = schema.safeParse(value)
  if (result.success) return done(result.data)
  const path = result.error.issues[0]?.path ?? []
  const field = parent + path.join('.')
  return field
    ? refused(-2, 'sandbox.field', { field })
    : refused(-2, 'sandbox.body')
}
