/**
 * What a trial can do: call with anything, while codes are shown.
 * @module
 */
import { encodeText } from '../charset.js'
import type { Arguments, Subject } from './library-subject.js'
import type { Address, CodeOrder, SandboxClient } from './sandbox.js'
import { addressIn } from './sandbox.js'
import type { CallerCharset, CallSeen, Ended, Shown } from './seen.js'
import type { Stage } from './stage.js'

/** Which code is to be shown: whose and of which kind, or one that was. */
export type Show = Partial<CodeOrder> | Shown

/** One call to make; the rest is as usual. */
export interface Plan {
  /** An object is written as JSON; bytes go as they are; null is a pointer. */
  inData?: object | string | Buffer | null
  /** null is a null pointer; text is a whole strUrl. */
  strUrl?: string | null
  address?: Address
  charset?: CallerCharset
  /** null is a null pointer. */
  outBytes?: number | null
  show?: Show
}

export interface Hands {
  call(plan: Plan): Promise<CallSeen>
  /** All of them at the same time, each in a thread of its own. */
  callTogether(plans: readonly Plan[]): Promise<CallSeen[]>
  /** As `call`, with what came to the sandbox meanwhile. */
  callAndLook(plan: Plan): Promise<CallSeen>
  /** Undefined on a platform that is not ours. */
  sandbox: SandboxClient | undefined
  /** Someone of the sandbox with this `id`. */
  person(id: string): NonNullable<Shown['person']>
}

/** The smallest buffer seen in the field. */
export const OUT_BYTES = 2048

/** Hands that call `subject` on `stage` with buffers of `outBytes`. */
export function handsOf(
  subject: Pick<Subject, 'call'>,
  stage: Stage,
  outBytes: number,
): Hands {
  const { sandbox, presenter, strUrl } = stage

  async function callTogether(plans: readonly Plan[]): Promise<CallSeen[]> {
    const shows = plans.map(({ show }) => show && shownBy(show, sandbox))
    const shown = await Promise.all(shows)
    const takeBack = presenter.present(shown.filter(one => one !== undefined))
    try {
      const calls = plans.map(plan =>
        subject.call(argumentsOf(plan, strUrl, outBytes)),
      )
      const ends = await Promise.all(calls)
      return plans.map((plan, at) =>
        seenOf(plan, shown[at], ends[at] ?? MISSING),
      )
    } finally {
      takeBack()
    }
  }

  async function call(plan: Plan): Promise<CallSeen> {
    const [seen] = await callTogether([plan])
    return seen ?? seenOf(plan, undefined, MISSING)
  }

  return {
    sandbox,
    callTogether,
    call,
    async callAndLook(plan) {
      const latest = await sandbox?.latestRequest()
      const seen = await call(plan)
      const found = await sandbox?.arrivalsAfter(latest ?? 0)
      return { ...seen, arrivals: found?.arrivals ?? [] }
    },
    person(id) {
      const found = sandbox?.people.find(one => one.id === id)
      if (!found) throw new Error(`certify: no person ${id}`)
      return found
    },
  }
}

const MISSING: Ended = { how: 'died', reason: '' }

/** A code is ordered where there is a sandbox; else a phone has it. */
async function shownBy(
  show: Show,
  sandbox: SandboxClient | undefined,
): Promise<Shown> {
  if ('code' in show) return show
  return sandbox ? sandbox.order({ person: 'zhang', ...show }) : { code: '' }
}

function argumentsOf(
  plan: Plan,
  strUrl: string,
  usualBytes: number,
): Arguments {
  const { inData = '', charset = 'utf-8', outBytes = usualBytes } = plan
  const address = plan.address ? addressIn(strUrl, plan.address) : strUrl
  const url = plan.strUrl === undefined ? address : plan.strUrl
  return {
    strUrl: url === null ? null : text0(url, charset),
    inData: inData === null ? null : bytesOf(inData, charset),
    outBytes,
  }
}

function bytesOf(inData: object | string | Buffer, charset: CallerCharset) {
  if (Buffer.isBuffer(inData)) return Buffer.concat([inData, NUL])
  const json = typeof inData === 'string' ? inData : JSON.stringify(inData)
  return text0(json, charset)
}

function text0(text: string, charset: CallerCharset): Buffer {
  return Buffer.concat([encodeText(text, charset), NUL])
}

const NUL = Buffer.alloc(1)

function seenOf(plan: Plan, shown: Shown | undefined, ended: Ended): CallSeen {
  const { inData, charset = 'utf-8' } = plan
  const orgId = member(inData, 'orgId') ?? ''
  const data = inData && Object(inData).data
  const outBizNo = member(data, 'outBizNo')
  return { asked: { charset, orgId, outBizNo }, shown, ended }
}

function member(object: unknown, name: string): string | undefined {
  const value = Object(object)[name]
  return typeof value === 'string' ? value : undefined
}
