/**
 * A sheet of terminals, in parts: begin, put rows, ask what is
 * wrong with them, commit.
 * @module
 */
import { z } from 'zod'
import {
  commitAnswer,
  importPart,
  partAnswer,
  registryRefusal,
} from './contract.js'
import { ID } from './id.js'
import type { Registry } from './registry.js'
import {
  localeOf,
  OPERATOR_ONLY,
  operator,
  type RegistryServer,
} from './who.js'

const params = z.object({ id: z.string().regex(ID) })

export function addImportRoutes(
  server: RegistryServer,
  { imports }: Registry,
): void {
  server.post(
    '/imports',
    {
      schema: {
        summary: '开始导入 · begin an import',
        response: { 201: params, '4xx': registryRefusal },
        ...OPERATOR_ONLY,
      },
    },
    async (request, reply) =>
      reply.status(201).send({ id: await imports.begin(operator(request)) }),
  )
  server.put(
    '/imports/:id/rows',
    {
      schema: {
        summary: '上传若干行 · put rows; sent again they replace themselves',
        params,
        body: importPart,
        response: { 200: partAnswer, '4xx': registryRefusal },
        ...OPERATOR_ONLY,
      },
    },
    async request => ({
      problems: await imports.put(
        request.params.id,
        request.body,
        localeOf(request),
      ),
    }),
  )
  server.get(
    '/imports/:id/problems',
    {
      schema: {
        summary: '已上传各行的问题 · what is wrong with the rows so far',
        params,
        response: { 200: partAnswer, '4xx': registryRefusal },
        ...OPERATOR_ONLY,
      },
    },
    async request => ({
      problems: await imports.problems(request.params.id, localeOf(request)),
    }),
  )
  server.post(
    '/imports/:id/commit',
    {
      schema: {
        summary: '全部登记或全部不登记 · register all rows, or none',
        params,
        response: { 200: commitAnswer, '4xx': registryRefusal },
        ...OPERATOR_ONLY,
      },
    },
    request =>
      imports.commit(request.params.id, operator(request), localeOf(request)),
  )
}
