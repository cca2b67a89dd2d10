/**
 * Checks what came from outside against a schema.
 * @module
 */
import { z } from 'zod'
import { type Failure, failure } from './answers.js'

/** What a check found: a typed value, or the answer that refuses it. */
export type Checked<Value> =
  | { ok: true; value: Value }
  | { ok: false; failure: Failure }

/** A field that a table marks as 必填: text with something in it. */
export const required = z.string().regex(/\S/)

/** `value` as `schema` has it; else -2, naming the first field at fault. */
export function check<Value>(
  schema: z.ZodType<Value>,
  value: unknown,
  parent = '',
): Checked<Value> {
  const result = schema.safeParse(value)
  if (result.success) return { ok: true, value: result.data }
  const path = result.error.issues[0]?.path ?? []
  const field = parent + path.join('.')
  return {
    ok: false,
    failure: field
      ? failure(-2, 'sandbox.field', { field })
      : failure(-2, 'sandbox.body'),
  }
}
