/**
 * A verdict on each request, in time, whether or not the store is there.
 * @module
 */
import type { CheckOrder } from './contract.js'
import { type Judgement, refused } from './judge.js'

/**
 * While the store is away: `remember` lets those go on that were good not
 * long ago, `refuse` nobody, `accept` everybody.
 */
export const AWAY_POLICIES = ['remember', 'refuse', 'accept'] as const
export type AwayPolicy = (typeof AWAY_POLICIES)[number]

/** What became of a request's terminal. */
export type Verdict =
  | { ok: true }
  | { ok: false; refusal: Refusal; message: string }
type Refusal = Extract<Judgement, { ok: false }>['refusal']

/** Long enough for a server to be mended, and no suspension is missed long. */
export const REMEMBER_MS = 12 * 3_600_000

/** More terminals than one process serves. */
const REMEMBERED_MAX = 100_000

/** A person waits for the answer, and the rest of the call needs its time. */
const JUDGE_DEADLINE_MS = 2_000

export class Standing {
  readonly #ask: (asked: CheckOrder) => Promise<Judgement>
  readonly #away: AwayPolicy
  readonly #clock: () => number
  /** When each request's words were last good, the oldest first. */
  readonly #good = new Map<string, number>()

  /** `ask` looks into the store; `clock` never goes back. */
  constructor(
    ask: (asked: CheckOrder) => Promise<Judgement>,
    away: AwayPolicy,
    clock = () => performance.now(),
  ) {
    this.#ask = ask
    this.#away = away
    this.#clock = clock
  }

  /** Never rejects. */
  async judge(asked: CheckOrder): Promise<Verdict> {
    const key = JSON.stringify([asked.termId, asked.mac, asked.ip, asked.orgId])
    const judgement = await this.#inTime(asked)
    if (!judgement) return this.#whileAway(key)
    this.#good.delete(key)
    if (!judgement.ok) {
      const { refusal, message } = judgement
      return { ok: false, refusal, message }
    }
    this.#remember(key)
    return { ok: true }
  }

  async #inTime(asked: CheckOrder): Promise<Judgement | undefined> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<undefined>(resolve => {
      timer = setTimeout(() => resolve(undefined), JUDGE_DEADLINE_MS)
    })
    try {
      return await Promise.race([this.#ask(asked), late])
    } catch {
      return undefined
    } finally {
      clearTimeout(timer)
    }
  }

  #whileAway(key: string): Verdict {
    if (this.#away === 'accept') return { ok: true }
    const seen = this.#good.get(key)
    const remembered = seen !== undefined && this.#clock() - seen <= REMEMBER_MS
    if (this.#away === 'remember' && remembered) return { ok: true }
    return refused('away')
  }

  #remember(key: string): void {
    this.#good.set(key, this.#clock())
    if (this.#good.size <= REMEMBERED_MAX) return
    const [oldest] = this.#good.keys()
    if (oldest !== undefined) this.#good.delete(oldest)
  }
}
