/**
 * A running sandbox as certify directs it: whose code is to be shown, and
 * what the institution's own system asks the platform.
 * @module
 */
import { z } from 'zod'
import { parseObject } from '../envelope/json.js'
import { connectionsTo } from '../platform/trust.js'
import {
  type RequestWhole,
  requestList,
  requestWhole,
  spaceList,
} from '../sandbox/control/contract.js'
import { direct, exchange, type SandboxLine } from '../sandbox-client.js'
import { readEndpoint } from '../sandbox-endpoint.js'
import { text } from '../texts/index.js'
import { ORG_ID } from './request.js'
import type { Arrival, Person, Shown } from './seen.js'

/** The addresses of a platform (XJ-D01-2019, A.1.3 leaves them open). */
export type Address = 'localQrCodeQuery' | 'localEcTokenCheck'

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
const answered = z.object({
  data: z.record(z.string(), z.unknown()).default({}),
})

/**
 * The sandbox at the origin of `strUrl`, trusted by `pin`, by the note that a
 * sandbox on this machine leaves, or by its authority. Undefined where it is
 * no sandbox; rejects where a space of the name of certify's institution is
 * open there.
 */
export async function findSandbox(
  strUrl: string,
  pin = pinOf(strUrl),
): Promise<SandboxClient | undefined> {
  const { origin: url } = new URL(strUrl)
  const dispatcher = connectionsTo({ url, pin, caFile: '' })
  const line = { url, dispatcher }
  const known = await direct(line, { path: '/sandbox/people' }, people).catch(
    () => undefined,
  )
  const open = known && (await isOwnSpaceOpen(line))
  if (known && !open) return client(strUrl, line, known.people)
  await dispatcher.destroy()
  if (open) throw new Error(text('certify.space-open', { space: ORG_ID }))
  return undefined
}

/** It would have certify's requests, and the common one certify's codes. */
async function isOwnSpaceOpen(line: SandboxLine): Promise<boolean> {
  const asked = { path: '/sandbox/spaces' }
  const { spaces } = await direct(line, asked, spaceList)
  return spaces.some(({ name }) => name === ORG_ID)
}

/** `strUrl` with the last part of its path replaced by `address`. */
export function addressIn(strUrl: string, address: Address): string {
  return new URL(address, strUrl).href
}

function client(
  strUrl: string,
  line: SandboxLine,
  everybody: readonly Person[],
): SandboxClient {
  const ask = <Answer>(path: string, schema: z.ZodType<Answer>) =>
    direct(line, { path: `/sandbox/${path}` }, schema)
  const order = <Answer>(
    path: string,
    body: object,
    schema: z.ZodType<Answer>,
  ) => direct(line, { method: 'POST', path: `/sandbox/${path}`, body }, schema)
  return {
    people: everybody,
    async order(wanted) {
      const { code } = await order('codes', wanted, ordered)
      const person = everybody.find(({ id }) => id === wanted.person)
      return { code, person }
    },
    async move(person, to) {
      await order(`people/${person}/move`, { to }, z.unknown())
    },
    async ask(address, body) {
      const { pathname: path } = new URL(addressIn(strUrl, address))
      const asked = { method: 'POST', path, body } as const
      return answered.parse(await exchange(line, asked)).data
    },
    async latestRequest() {
      const { requests } = await ask('requests?limit=1', requestList)
      return requests.at(-1)?.id ?? 0
    },
    async arrivalsAfter(id) {
      const { requests } = await ask(`requests?after=${id}`, requestList)
      const whole = requests.map(({ id }) =>
        ask(`requests/${id}`, requestWhole),
      )
      const arrivals = (await Promise.all(whole)).map(arrivalOf)
      return { latest: requests.at(-1)?.id ?? id, arrivals }
    },
    close: () => line.dispatcher.close(),
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
