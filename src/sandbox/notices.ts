/**
 * The businesses that a province was told of, because the person is insured
 * there: those that it did for another place, and those done elsewhere
 * (XJ-D01-2019, 6.3.2.2 b and d).
 * @module
 */
import { z } from 'zod'
import type { Random } from './platform.js'
import type { State } from './state.js'

/** Long enough to be looked at. */
const NOTICE_LIFE_MS = 24 * 3_600_000

export const notice = z.object({
  /** done: this province did it; told: another one did. */
  kind: z.enum(['done', 'told']),
  idNo: z.string(),
  businessType: z.string(),
  /** Where the code was scanned, two digits. */
  place: z.string(),
  /** In milliseconds. */
  at: z.number(),
})
export type Notice = z.infer<typeof notice>

export interface NoticeBook {
  add(notice: Notice): void
  /** Oldest first. */
  all(): Notice[]
}

/** The notices of the platform `owner`; `random` tells those of one moment apart. */
export function noticeBook(
  state: State,
  owner: string,
  random: Random,
): NoticeBook {
  const book = state.book(owner, 'notices', notice)
  return {
    add: notice => {
      const key = `${notice.at} ${random(8).toString('hex')}`
      book.set(key, notice, notice.at + NOTICE_LIFE_MS)
    },
    all: () => book.entries().map(([, notice]) => notice),
  }
}
