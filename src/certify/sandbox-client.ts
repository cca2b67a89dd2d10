/**
 * A running sandbox as certify directs it: whose code is to be shown, and
 * what the institution's own system asks the platform.
 * @module
 */
import { type Dispatcher, request } from 'undici'
import { z } from 'zod'
import { parseObject } from '../envelope/json.js'
import { connectionsTo } from '../platform/trust.js'
import {
  type RequestWhole,
  requestList,
  requestWhole,
} from '../sandbox/control/contract.js'
import { readEndpoint } from '../sandbox-endpoint.js'
import type { Arrival, Person, Shown } from './seen.js'

/** The addresses of a platform (XJ-D01-2019, A.1.3 leaves them open). */
export type Address = 'localQrCodeQuery' | 'localEcTokenCheck'

/** A sandbox answers within milliseconds. */
const ANSWER_MS = 10_000

/** Whose code, of which kind, and of which province's making. */
export interface CodeOrder {
  person: string
  kind?: string | undefined
  province?: string | undefined
}

export interface SandboxClient {
  readonly people: readonly Person[]
  /**
   * A code that somebody can show now. Rejects with the sandbox's sentence
   * where it has no such thing.
   */
  order(order: CodeOrder): Promise<Shown>
  /** Has `person` be insured in the 统筹区 `to`, which no cache knows yet. */
  move(person: string, to: string): Promise<void>
  /** Posts `body` as an institution's own system does; the answer's data. */
  ask(address: Address, body: object): Promise<Record<string, unknown>>
  /** The number of the latest request that it was asked; 0 before any. */
  latestRequest(): Promise<number>
  /** The platform's requests after that one, the oldest first. */
  arrivalsAfter(id: number): Promise<{ latest: number; arrivals: Arrival[] }>
  close(): Promise<void>
}

const people = z.object({
  people: z.array(
    z.object({
      id: z.string(),
      userName: z.string(),
      idNo: z.string(),
      insuOrg: z.string(),
    }),
  ),
})
const ordered = z.object({ code: z.string() })
const refused = z.object({ message: z.string() })
const answered = z.object({
  data: z.record(z.string(), z.unknown()).default({}),
})

/**
 * The sandbox at the origin of `strUrl`, trusted by `pin`, by the note that a
 * sandbox on this machine leaves, or by its authority. Undefined where it is
 * no sandbox.
 */
export async function findSandbox(
  strUrl: string,
  pin = pinOf(strUrl),
): Promise<SandboxClient | undefined> {
  const { origin } = new URL(strUrl)
  const dispatcher = connectionsTo({ url: origin, pin, caFile: '' })
  const known = await read(`${origin}/sandbox/people`, dispatcher).then(
    body => people.safeParse(body),
    () => undefined,
  )
  if (known?.success) return client(strUrl, dispatcher, known.data.people)
  await dispatcher.destroy()
  return undefined
}

/** `strUrl` with the last part of its path replaced by `address`. */
export function addressIn(strUrl: string, address: Address): string {
  return new URL(address, strUrl).href
}

function client(
  strUrl: string,
  dispatcher: Dispatcher,
  everybody: readonly Person[],
): SandboxClient {
  const { origin } = new URL(strUrl)
  return {
    people: everybody,
    async order(order) {
      const answer = await post(`${origin}/sandbox/codes`, order, dispatcher)
      const found = ordered.safeParse(answer)
      if (!found.success) throw new Error(refused.parse(answer).message)
      const person = everybody.find(({ id }) => id === order.person)
      return { code: found.data.code, person }
    },
    async move(person, to) {
      const url = `${origin}/sandbox/people/${person}/move`
      const failed = refused.safeParse(await post(url, { to }, dispatcher))
      if (failed.success) throw new Error(failed.data.message)
    },
    async ask(address, body) {
      const url = addressIn(strUrl, address)
      return answered.parse(await post(url, body, dispatcher)).data
    },
    async latestRequest() {
      const url = `${origin}/sandbox/requests?limit=1`
      const { requests } = requestList.parse(await read(url, dispatcher))
      return requests.at(-1)?.id ?? 0
    },
    async arrivalsAfter(id) {
      const url = `${origin}/sandbox/requests?after=${id}`
      const { requests } = requestList.parse(await read(url, dispatcher))
      const whole = requests.map(async request => {
        const one = `${origin}/sandbox/requests/${request.id}`
        return requestWhole.parse(await read(one, dispatcher))
      })
      const arrivals = (await Promise.all(whole)).map(arrivalOf)
      return { latest: requests.at(-1)?.id ?? id, arrivals }
    },
    close: () => dispatcher.close(),
  }
}

function arrivalOf(whole: RequestWhole): Arrival {
  const { method, headers, transType, body, explanation } = whole
  const object = parseObject(body.content) ?? {}
  const hidden = parseObject(explanation.signature?.data ?? '')
  return {
    method,
    contentType: headers['content-type'] ?? '',
    transType,
    body: hidden ? { ...object, data: hidden } : object,
  }
}

function pinOf(strUrl: string): string {
  const noted = readEndpoint()
  return noted && new URL(strUrl).origin === noted.url ? noted.fingerprint : ''
}

async function read(url: string, dispatcher: Dispatcher): Promise<unknown> {
  const signal = AbortSignal.timeout(ANSWER_MS)
  const { body } = await request(url, { dispatcher, signal })
  return body.json()
}

async function post(url: string, order: object, dispatcher: Dispatcher) {
  const { body } = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(order),
    dispatcher,
    signal: AbortSignal.timeout(ANSWER_MS),
  })
  return body.json()
}
