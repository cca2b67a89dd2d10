import { join } from 'node:path'
import t from 'tap'
import { openJournal } from '../../src/journal/journal.js'
import type { Facts, Step } from '../../src/journal/steps.js'

const START = 1_795_000_000_000
const folder = t.testdir({})
let ms = 0
const journal = openJournal({
  path: join(folder, 'journal.db'),
  keyPath: join(folder, 'journal.key'),
  keepDays: 90,
  clock: { now: () => START + ms, monotonic: () => ms },
  onError(error) {
    throw error
  },
})
t.teardown(() => journal.close())

function write(at: number, call: string, step: Step, facts: Facts = {}): void {
  ms = at
  journal.append({ call, step, facts })
}

// Four calls, interleaved: good, failed, killed halfway, still under way.
const strUrl = 'https://platform.example.invalid/localcfc/'
write(0, 'good', 'received', { strUrl })
write(10, 'failed', 'received', { strUrl: '' })
write(20, 'good', 'armed', { transType: 'ec.query', orgId: 'H1' })
write(30, 'failed', 'delivered', { code: -5 })
write(40, 'killed', 'received')
write(50, 'killed', 'sent')
write(60, 'good', 'answered', { code: 500_159 })
write(70, 'under way', 'received')
write(80, 'good', 'delivered', { code: 0 })

const ids = (options: { since?: number; onlyFailed?: boolean }) =>
  journal.list({ limit: 10, ...options }).map(call => call.id)

t.test('the newest call comes first', async t => {
  t.same(ids({}), ['under way', 'killed', 'failed', 'good'])
  t.same(
    journal.list({ limit: 2 }).map(call => call.id),
    ['under way', 'killed'],
  )
})

t.test('one line has all that was told of a call', async t => {
  t.strictSame(
    { ...journal.list({ limit: 10 }).at(-1) },
    {
      id: 'good',
      started: START,
      ms: 80,
      strUrl: 'platform.example.invalid/localcfc/',
      transType: 'ec.query',
      orgId: 'H1',
      code: 0,
      last: 'delivered',
    },
  )
})

t.test('what was not told is null', async t => {
  t.match(journal.list({ limit: 2 })[1], {
    ms: 10,
    transType: null,
    orgId: null,
    code: null,
    last: 'sent',
  })
})

t.test('a failed call is one without a good end', async t => {
  t.same(ids({ onlyFailed: true }), ['under way', 'killed', 'failed'])
  t.match(journal.list({ limit: 3, onlyFailed: true })[2], { code: -5 })
})

t.test('since leaves out the calls that ended before', async t => {
  t.same(ids({ since: START + 40 }), ['under way', 'killed', 'good'])
  t.same(ids({ since: START + 81 }), [])
})

t.test('the latest call is the one that last took a step', async t => {
  t.equal(journal.latestId(), 'good')
})
