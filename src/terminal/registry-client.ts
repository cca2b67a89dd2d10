/**
 * Asks the registry of terminals at the management centre (XJ-D01-2019,
 * 7.2.1.1), over a line that may be flaky: what is asked may always be asked
 * again, and what is applied for has a key by which it is known again.
 * @module
 */
import { type Dispatcher, request } from 'undici'
import { z } from 'zod'
import {
  TERMINAL_TYPES,
  type TerminalApplication,
} from '../dictionary/terminal-fields.js'
import type { Locale } from '../texts/index.js'
import { type RetryOptions, retry, Unanswered, unanswered } from './retry.js'

/** What becomes of an application: 待审核、已退回、在用、停用、注销. */
export const TERMINAL_STATES = [
  'applied',
  'rejected',
  'active',
  'suspended',
  'retired',
] as const

/** What is on file; what a newer registry adds is passed over. */
const filed = z.object({
  receipt: z.string(),
  state: z.enum(TERMINAL_STATES),
  filingNumber: z.string().nullable(),
  filedOn: z.string().nullable(),
  name: z.string(),
  purpose: z.string(),
  version: z.string(),
  institution: z.string(),
  developer: z.string(),
  type: z.enum(TERMINAL_TYPES),
  orgId: z.string(),
  /** null: any card, and any address. */
  mac: z.string().nullable(),
  ip: z.string().nullable(),
  reason: z.string().nullable(),
  appliedAt: z.number(),
})
export type FiledTerminal = z.infer<typeof filed>

const verdict = z.object({
  ok: z.boolean(),
  /** Why it is refused: unregistered, suspended, mac, … */
  refusal: z.string().nullable(),
  /** What is wrong and what mends it. */
  message: z.string(),
  /** Only for whoever names number and MAC of one terminal. */
  terminal: filed.nullable(),
})
export type RegistryVerdict = z.infer<typeof verdict>

const page = z.object({
  terminals: z.array(filed),
  next: z.string().nullable(),
})
export type FiledPage = z.infer<typeof page>

const refusal = z.object({ message: z.string() })

/** The registry has understood, and says no; its sentence tells why. */
export class RegistryRefusal extends Error {
  override name = 'RegistryRefusal'

  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message)
  }
}

export interface SearchOptions {
  q?: string | undefined
  state?: string | undefined
  orgId?: string | undefined
  /** `next` of the page before. */
  after?: string | undefined
}

/** Each rejects with RegistryRefusal, or with Unanswered at the deadline. */
export interface RegistryClient {
  /** The same application with the same `key` is taken once. */
  apply(application: TerminalApplication, key: string): Promise<FiledTerminal>
  /** What became of an application. */
  receipt(receipt: string): Promise<FiledTerminal>
  /** Whether requests of this terminal are accepted. */
  check(said: Record<string, string>): Promise<RegistryVerdict>
  /** For operators. */
  search(options: SearchOptions): Promise<FiledPage>
}

export interface RegistryClientOptions extends RetryOptions {
  /** What /registry/… is below, with or without a slash at the end. */
  url: string
  /** Connections that trust it. */
  dispatcher: Dispatcher
  /** The language of its sentences. */
  locale: Locale
  /** Of an operator, where there is one. */
  token?: string | undefined
  /** How long one attempt may take. */
  attemptMs?: number
}

const ATTEMPT_MS = 10_000

/** A client for the registry below `url`. */
export function createRegistryClient(
  options: RegistryClientOptions,
): RegistryClient {
  const ask = <Answer>(asked: Asked, schema: z.ZodType<Answer>) =>
    retry(() => askOnce(asked, schema, options), options)
  return {
    apply: (application, key) =>
      ask({ path: 'terminals', body: application, key }, filed),
    receipt: receipt =>
      ask({ path: `receipts/${encodeURIComponent(receipt)}` }, filed),
    check: said => ask({ path: 'check', body: said }, verdict),
    search(wanted) {
      const given = Object.entries(wanted).filter(([, value]) => value)
      const query = new URLSearchParams(Object.fromEntries(given))
      return ask({ path: `terminals?${query}` }, page)
    },
  }
}

interface Asked {
  path: string
  body?: object
  key?: string
}

async function askOnce<Answer>(
  { path, body, key }: Asked,
  schema: z.ZodType<Answer>,
  options: RegistryClientOptions,
): Promise<Answer> {
  const { url, dispatcher, locale, token, attemptMs = ATTEMPT_MS } = options
  const whole = `${url.replace(/\/$/, '')}/registry/${path}`
  const answer = await request(whole, {
    method: body ? 'POST' : 'GET',
    headers: {
      'accept-language': locale,
      ...(body && { 'content-type': 'application/json; charset=utf-8' }),
      ...(key && { 'idempotency-key': key }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
    dispatcher,
    signal: AbortSignal.any([options.signal, AbortSignal.timeout(attemptMs)]),
  })
    .then(async ({ statusCode, body }) => ({
      status: statusCode,
      text: await body.text(),
    }))
    .catch(error => {
      throw unanswered(error)
    })
  return judge(answer, schema)
}

/** What is not understood may be a proxy's, or cut: it is asked again. */
function judge<Answer>(
  { status, text }: { status: number; text: string },
  schema: z.ZodType<Answer>,
): Answer {
  const json = parseJson(text)
  if (status >= 200 && status < 300) {
    const answer = schema.safeParse(json)
    if (answer.success) return answer.data
    throw new Unanswered(`HTTP ${status}, ${answer.error.issues[0]?.message}`)
  }
  const refused = refusal.safeParse(json)
  const may = status >= 500 || status === 408 || status === 429
  if (may || !refused.success) {
    const { message = `HTTP ${status}` } = refused.data ?? {}
    throw new Unanswered(message)
  }
  throw new RegistryRefusal(refused.data.message, status)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
