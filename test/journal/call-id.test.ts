import t from 'tap'
import { newCallId } from '../../src/journal/call-id.js'

const now = new Date(2026, 10, 3, 1, 7, 45)

t.test('a call id is the local time, a number and chance', async t => {
  const [one, two] = [newCallId(now, () => 0), newCallId(now, () => 31)]
  t.match(one, /^261103-010745-\d+-0000$/)
  t.match(two, /^261103-010745-\d+-zzzz$/)
  const numberOf = (id: string) => Number(id.split('-')[2])
  t.equal(numberOf(two), numberOf(one) + 1)
})

t.test('ids of one process never meet', async t => {
  const ids = Array.from({ length: 10_000 }, () => newCallId(now, () => 5))
  t.equal(new Set(ids).size, ids.length)
})
