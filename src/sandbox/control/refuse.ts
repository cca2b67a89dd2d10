/**
 * How /sandbox/… says no.
 * @module
 */
import type { FastifyReply } from 'fastify'
import type { z } from 'zod'
import { type TextKey, type TextParameters, text } from '../../texts/index.js'
import { askedLocale } from './language.js'

/**
 * Sends the sentence of `key` in the language that was asked for. Who asks for
 * none sits at this machine, and gets this machine's.
 */
export function refuse(
  reply: FastifyReply,
  status: 400 | 404 | 409 | 503,
  key: TextKey,
  parameters?: TextParameters,
): FastifyReply {
  const message = text(key, parameters, askedLocale(reply.request))
  return reply.status(status).send({ success: false, code: -2, message })
}

/** `value` as `schema` has it; undefined where it has been refused. */
export function readOrder<Value>(
  reply: FastifyReply,
  schema: z.ZodType<Value>,
  value: unknown,
): Value | undefined {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const where = issue?.path.join('.') || 'body'
  const problem = issue?.message ?? ''
  refuse(reply, 400, 'control.order', { where, problem })
  return undefined
}
