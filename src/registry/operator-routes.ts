/**
 * What an operator of the management centre does.
 * @module
 */
import { z } from 'zod'
import type { Step } from './act.js'
import {
  changeOrder,
  countAnswer,
  countQuery,
  historyPage,
  historyQuery,
  reasonOrder,
  registryRefusal,
  searchQuery,
  terminalPage,
  terminalView,
  transferOrder,
} from './contract.js'
import type { Registry } from './registry.js'
import { OPERATOR_ONLY, operator, type RegistryServer } from './who.js'

const params = z.object({
  id: z.string().max(40).describe('终端备案号 or 受理号'),
})

const answered = <Schema extends z.ZodType>(schema: Schema) => ({
  response: { 200: schema, '4xx': registryRefusal },
  ...OPERATOR_ONLY,
})

export function addOperatorRoutes(
  server: RegistryServer,
  registry: Registry,
): void {
  addReading(server, registry)
  addSteps(server, registry)
  server.patch(
    '/terminals/:id',
    {
      schema: {
        summary: '变更 · change',
        params,
        body: changeOrder,
        ...answered(terminalView),
      },
    },
    request =>
      registry.change(operator(request), request.params.id, request.body),
  )
  server.post(
    '/terminals/:id/transfer',
    {
      schema: {
        summary: '转移机构 · give to another institution',
        params,
        body: transferOrder,
        ...answered(terminalView),
      },
    },
    request =>
      registry.transfer(operator(request), request.params.id, request.body),
  )
}

function addReading(server: RegistryServer, registry: Registry): void {
  server.get(
    '/terminals',
    { schema: { querystring: searchQuery, ...answered(terminalPage) } },
    ({ query }) => registry.search(query),
  )
  server.get(
    '/terminals/count',
    {
      schema: {
        summary: '终端数量 · how many there are',
        querystring: countQuery,
        ...answered(countAnswer),
      },
    },
    async ({ query }) => ({ count: await registry.count(query) }),
  )
  server.get(
    '/terminals/:id',
    { schema: { params, ...answered(terminalView) } },
    request => registry.show(request.params.id),
  )
  server.get(
    '/terminals/:id/history',
    {
      schema: { params, querystring: historyQuery, ...answered(historyPage) },
    },
    ({ params, query }) => registry.history(query, params.id),
  )
  server.get(
    '/history',
    {
      schema: {
        summary: '操作记录 · who did what when',
        querystring: historyQuery,
        ...answered(historyPage),
      },
    },
    ({ query }) => registry.history(query),
  )
}

function addSteps(server: RegistryServer, registry: Registry): void {
  const plain: [Step, string][] = [
    ['approve', '审核通过，分配备案号 · approve, and assign the number'],
    ['resume', '恢复 · resume'],
  ]
  for (const [step, summary] of plain)
    server.post(
      `/terminals/:id/${step}`,
      { schema: { summary, params, ...answered(terminalView) } },
      request => registry.takeStep(operator(request), request.params.id, step),
    )
  const explained: [Step, string][] = [
    ['reject', '退回 · reject'],
    ['suspend', '停用 · suspend'],
    ['retire', '注销 · retire for good'],
  ]
  for (const [step, summary] of explained)
    server.post(
      `/terminals/:id/${step}`,
      {
        schema: {
          summary,
          params,
          body: reasonOrder,
          ...answered(terminalView),
        },
      },
      request => {
        const { reason } = request.body
        return registry.takeStep(
          operator(request),
          request.params.id,
          step,
          reason,
        )
      },
    )
}
