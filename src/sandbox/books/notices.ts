/**
 * The businesses that a province was told of, because the person is insured
 * there: those that it did for another place, and those done elsewhere
 * (XJ-D01-2019, 6.3.2.2 b and d).
 * @module
 */
import { z } from 'zod'
import type { State } from './state.js'

/** Long enough to be looked at. */
const NOTICE_LIFE_MS = 24 * 3_600_000

/** Keys are sorted as text. */
const KEY_DIGITS = 12

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

/** The notices of the platform `owner`. */
export function noticeBook(state: State, owner: string): NoticeBook {
  const book = state.book(owner, 'notices', notice)
  const counts = state.book(owner, 'notices-given', z.int())
  return {
    add(notice) {
      const count = (counts.get(owner) ?? 0) + 1
      counts.set(owner, count)
      const key = String(count).padStart(KEY_DIGITS, '0')
      book.set(key, notice, notice.at + NOTICE_LIFE_MS)
    },
    all: () => book.entries().map(([, notice]) => notice),
  }
}
