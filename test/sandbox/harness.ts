/**
 * A sandbox of a test's own, and a client that trusts its certificate alone.
 * @module
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import { Agent, request } from 'undici'
import { openStateFile, type State } from '../../src/sandbox/books/state.js'
import { createPlatforms, type Platforms } from '../../src/sandbox/platforms.js'
import {
  type Sandbox,
  type SandboxOptions,
  startSandbox,
} from '../../src/sandbox/sandbox.js'
import { type OneTime, openOneTime } from '../../src/store/one-time.js'
import { openStore } from '../../src/store/store.js'

export const QUERY = '/localcfc/api/hsecfc/localQrCodeQuery'
export const TOKEN_CHECK = '/localcfc/api/hsecfc/localEcTokenCheck'

/** The members of an answer that a test may look at. */
export interface AnswerJson {
  code: number
  message: string
  data: Record<string, string | number | null>
}

/** What came back; `text` is the body as it was. */
export interface Reply<Json = AnswerJson> {
  status: number
  type: string
  text: string
  json: Json
}

export interface Harness {
  sandbox: Sandbox
  folder: string
  /** Moves the sandbox's clock. */
  advance(ms: number): void
  get<Json = AnswerJson>(path: string): Promise<Reply<Json>>
  remove<Json = AnswerJson>(path: string): Promise<Reply<Json>>
  /** Text goes as it is, anything else as JSON. */
  post<Json = AnswerJson>(
    path: string,
    body: unknown,
    type?: string,
    headers?: Record<string, string>,
  ): Promise<Reply<Json>>
  /** Any request; `options` are undici's. */
  send<Json = AnswerJson>(path: string, options: object): Promise<Reply<Json>>
  /** Asks for `code` in a request that is right. */
  query(code: string): Promise<Reply>
}

/** Starts a sandbox that ends with the test; it keeps its files in `folder`. */
export async function startHarness(
  t: Test,
  folder = t.testdir(),
  options: Partial<SandboxOptions> = {},
): Promise<Harness> {
  let now = Date.now()
  const sandbox = await startSandbox({
    port: 0,
    folder,
    clock: () => now,
    ...options,
  })
  const ca = readFileSync(join(folder, 'certificate.pem'))
  const dispatcher = new Agent({ connect: { ca }, connections: 20 })
  t.teardown(async () => {
    await dispatcher.destroy()
    await sandbox.close()
  })
  const send = async <Json>(path: string, options: object) => {
    const { statusCode, headers, body } = await request(sandbox.url + path, {
      dispatcher,
      ...options,
    })
    const text = await body.text()
    const json = JSON.parse(text) as Json
    const type = String(headers['content-type'])
    return { status: statusCode, type, text, json }
  }
  const post = <Json = AnswerJson>(
    path: string,
    body: unknown,
    type = 'application/json',
    headers = {},
  ) =>
    send<Json>(path, {
      method: 'POST',
      headers: { 'content-type': type, ...headers },
      body: isText(body) ? body : JSON.stringify(body),
    })
  return {
    sandbox,
    folder,
    advance: ms => {
      now += ms
    },
    get: path => send(path, { method: 'GET' }),
    remove: path => send(path, { method: 'DELETE' }),
    post,
    send,
    query: code => post(QUERY, queryFor(code)),
  }
}

/** A request with every field that the specification asks for. */
export function queryFor(code: string) {
  return {
    orgId: 'H35020319001',
    transType: 'ec.query',
    data: {
      orgId: 'H35020319001',
      ecQrCode: code,
      businessType: '01101',
      termId: '99000000000000000001',
      termIp: '127.0.0.1',
      operatorId: 'test001',
      operatorName: '收费员甲',
    },
  }
}

/** The same bytes for the same seed, in the same order. */
export function seededRandom(seed: string): (bytes: number) => Buffer {
  let count = 0
  return bytes => {
    count += 1
    const hash = createHash('shake256', { outputLength: bytes })
    return hash.update(`${seed} ${count}`).digest()
  }
}

function isText(body: unknown): body is string | Buffer {
  return typeof body === 'string' || Buffer.isBuffer(body)
}

/** A request of `transType` with `data` beside who asks. */
export function requestFor(transType: string, data: object) {
  const { ecQrCode, ...asking } = queryFor('').data
  const orgId = 'H35020319001'
  return { orgId, transType, data: { ...asking, ...data } }
}

/** A state of a test's own; its folder is the test's. */
export function openTestState(
  t: Test,
  clock = () => 0,
  folder = t.testdir(),
): State {
  const file = openStateFile(join(folder, 'platforms.db'))
  t.teardown(() => file.close())
  return file.space('', clock)
}

/** By space, in a store of a test's own; its folder is the test's. */
export async function openTestOneTime(
  t: Test,
  folder = t.testdir(),
): Promise<(space: string) => OneTime> {
  const store = await openStore(join(folder, 'one-time.db'))
  t.teardown(() => store.close())
  return openOneTime(store)
}

/** Platforms of a test's own, without a server. */
export async function createTestPlatforms(
  t: Test,
  clock = () => 0,
): Promise<Platforms> {
  const folder = t.testdir()
  const oneTime = (await openTestOneTime(t, folder))('')
  const state = openTestState(t, clock, folder)
  const random = seededRandom(t.name)
  return createPlatforms({ state, oneTime, clock, random })
}
