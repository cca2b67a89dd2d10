/**
 * A registry of a test's own behind HTTPS, and a client that trusts its
 * certificate alone.
 * @module
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import { Agent, request } from 'undici'
import { openRegistry } from '../../src/registry/registry.js'
import {
  type RegistryProcess,
  type RegistryServerOptions,
  startRegistry,
} from '../../src/registry/server.js'
import { openStore } from '../../src/store/store.js'

/** The members of an answer that a test may look at. */
export interface AnswerJson {
  receipt: string
  filingNumber: string
  message: string
  entries: object[]
  problems: { field: string; row?: number; sentence: string }[]
  id: string
  registered: number
}

export interface Answer<Json = AnswerJson> {
  status: number
  json: Json
}

export interface RegistryHarness {
  server: RegistryProcess
  folder: string
  /** An operator's token. */
  token: string
  /** With the operator's token, unless the headers have another. */
  send<Json = AnswerJson>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<Json>>
}

export async function startRegistryHarness(
  t: Test,
  options: Partial<RegistryServerOptions> = {},
): Promise<RegistryHarness> {
  const folder = t.testdir()
  const database = options.database ?? join(folder, 'registry.db')
  const server = await startRegistry({ port: 0, folder, database, ...options })
  const ca = readFileSync(join(folder, 'certificate.pem'))
  const dispatcher = new Agent({ connect: { ca } })
  const store = await openStore(database)
  const registry = await openRegistry(store)
  const token = await registry.addOperator(`operator-${process.pid}`)
  await store.close()
  t.teardown(async () => {
    await dispatcher.destroy()
    await server.close()
  })
  return {
    server,
    folder,
    token,
    send: async <Json>(
      method: string,
      path: string,
      body?: unknown,
      headers: Record<string, string> = {},
    ) => {
      const { statusCode, body: answer } = await request(server.url + path, {
        method: method as 'GET',
        dispatcher,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        body: body === undefined ? null : JSON.stringify(body),
      })
      const json = (await answer.json()) as Json
      return { status: statusCode, json }
    },
  }
}
