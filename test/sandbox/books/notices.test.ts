import t from 'tap'
import { z } from 'zod'
import { type Notice, noticeBook } from '../../../src/sandbox/books/notices.js'
import { openTestState } from '../harness.js'

const DAY_MS = 24 * 3_600_000

/** As many as it takes until what has died is deleted. */
const WRITES = 1000

const notice: Notice = {
  kind: 'told',
  idNo: '990101199801010017',
  businessType: '01101',
  place: '13',
  at: 0,
}

t.test('a notice can be looked at for a day', t => {
  let now = 0
  const state = openTestState(t, () => now)
  const notices = noticeBook(state, '43')
  const others = state.book('43', 'others', z.int())
  const write = () => {
    for (let count = 0; count < WRITES; count++) others.set('one', count)
  }
  notices.add(notice)
  now = DAY_MS
  write()
  t.strictSame(notices.all(), [notice])
  now += 1
  write()
  t.strictSame(notices.all(), [])
  t.end()
})

t.test('notices come in the order of their making', t => {
  const state = openTestState(t)
  const notices = noticeBook(state, '43')
  const places = Array.from({ length: 12 }, (_, at) => String(at + 10))
  for (const place of places) notices.add({ ...notice, place })
  t.strictSame(
    notices.all().map(({ place }) => place),
    places,
  )
  t.strictSame(noticeBook(state, '13').all(), [], 'of its own platform')
  t.end()
})
