/**
 * What a terminal and its technician may ask of the registry: nobody knows
 * yet who they are.
 * @module
 */
import { z } from 'zod'
import { applicationSchema } from '../dictionary/terminal-fields.js'
import {
  checkAnswer,
  checkOrder,
  idempotencyKey,
  registryRefusal,
  terminalView,
} from './contract.js'
import { ID } from './id.js'
import type { Registry } from './registry.js'
import { localeOf, type RegistryServer } from './who.js'

export function addApplicantRoutes(
  server: RegistryServer,
  registry: Registry,
): void {
  server.get(
    '/health',
    { schema: { response: { 200: z.object({ ok: z.literal(true) }) } } },
    () => ({ ok: true as const }),
  )
  server.post(
    '/terminals',
    {
      schema: {
        summary: '申请备案 · apply; sent again with its key it is taken once',
        headers: z.looseObject({ 'idempotency-key': idempotencyKey }),
        body: applicationSchema,
        response: {
          200: terminalView,
          201: terminalView,
          '4xx': registryRefusal,
        },
      },
    },
    async ({ body, headers }, reply) => {
      const key = headers['idempotency-key']
      const { terminal, fresh } = await registry.apply(body, key)
      return reply.status(fresh ? 201 : 200).send(terminal)
    },
  )
  server.get(
    '/receipts/:receipt',
    {
      schema: {
        summary: '查询受理结果 · what became of an application',
        params: z.object({ receipt: z.string().regex(ID) }),
        response: { 200: terminalView, '4xx': registryRefusal },
      },
    },
    ({ params }) => registry.show(params.receipt),
  )
  server.post(
    '/check',
    {
      schema: {
        summary: '核对终端 · whether requests of this terminal are accepted',
        body: checkOrder,
        response: { 200: checkAnswer, '4xx': registryRefusal },
      },
    },
    request => registry.check(request.body, localeOf(request)),
  )
}
