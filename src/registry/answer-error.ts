/**
 * How the registry says no: with a sentence, and the fields at fault.
 * @module
 */
import type {
  FastifyReply,
  FastifyRequest,
  FastifySchemaCompiler,
} from 'fastify'
import { z } from 'zod'
import { fieldProblems } from '../dictionary/terminal-fields.js'
import { isAway } from '../store/faults.js'
import { type TextKey, type TextParameters, text } from '../texts/index.js'
import { RegistryError } from './registry-error.js'
import { localeOf } from './who.js'

/** The inputs are needed to name the values at fault. */
export const validate: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  data => {
    const result = schema.safeParse(data, { reportInput: true })
    return result.success ? { value: result.data } : { error: result.error }
  }

/** Routes whose body is made of table 1. */
const TABLE_1_ROUTES = [
  '/registry/terminals',
  '/registry/terminals/:id',
  '/registry/terminals/:id/transfer',
]

/** The numbers of table C.4 that answers have. */
const BAD_REQUEST = -2
const UNFORESEEN = -1

export function answerError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const locale = localeOf(request)
  if (error instanceof RegistryError) {
    const code = error.status === 503 ? UNFORESEEN : BAD_REQUEST
    const message = error.sentence(locale)
    return reply.status(error.status).send({ success: false, code, message })
  }
  if (error instanceof z.ZodError) return answerInvalid(error, request, reply)
  if (isAway(error))
    return answerError(new RegistryError('away'), request, reply)
  const status = statusOf(error)
  if (status < 500) {
    const problem = error instanceof Error ? error.message : ''
    const where = ''
    return say(request, reply, status, 'registry.error.body', {
      where,
      problem,
    })
  }
  request.log.error(error)
  return say(request, reply, 500, 'registry.error.unforeseen')
}

export function answerNotFound(
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  return say(request, reply, 404, 'registry.error.route')
}

function say(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  key: TextKey,
  parameters: TextParameters = {},
): FastifyReply {
  const message = text(key, parameters, localeOf(request))
  const code = status < 500 ? BAD_REQUEST : UNFORESEEN
  return reply.status(status).send({ success: false, code, message })
}

/** Where table 1 was sent, each field at fault with its rule. */
function answerInvalid(
  error: z.ZodError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const [issue] = error.issues
  const where = issue?.path.join('.') ?? ''
  const problem = issue?.message ?? ''
  if (where === 'idempotency-key')
    return say(request, reply, 400, 'registry.error.key')
  if (!TABLE_1_ROUTES.includes(request.routeOptions.url ?? ''))
    return say(request, reply, 400, 'registry.error.body', { where, problem })
  const problems = fieldProblems(error, localeOf(request))
  const message = problems.map(({ sentence }) => sentence).join('; ')
  return reply
    .status(400)
    .send({ success: false, code: BAD_REQUEST, message, problems })
}

function statusOf(error: unknown): number {
  const { statusCode } = error as { statusCode?: number }
  return statusCode ?? 500
}
