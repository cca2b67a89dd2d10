import t from 'tap'
import {
  JOURNAL_BYTES_MAX,
  JOURNAL_REQUESTS_MAX,
  type Recorded,
  RequestJournal,
} from '../../../src/sandbox/control/request-journal.js'

/** A request whose body has so many bytes. */
function entry(bytes = 0): Omit<Recorded, 'id'> {
  return {
    ...{ at: 0, ms: 0, method: 'POST', route: '', url: '', headers: {} },
    ...{ transType: '', orgId: '', termId: '', ecQrCode: '' },
    ...{ status: 200, code: 0, message: '', fault: null, steps: [] },
    body: Buffer.alloc(bytes),
  }
}

t.test('the oldest make room, by their number', t => {
  const journal = new RequestJournal()
  for (let count = 0; count <= JOURNAL_REQUESTS_MAX; count++)
    journal.add(entry())
  t.equal(journal.find(1), undefined)
  t.equal(journal.find(2)?.id, 2)
  t.equal(
    journal.list(0, Number.POSITIVE_INFINITY).length,
    JOURNAL_REQUESTS_MAX,
  )
  t.equal(journal.lastId, JOURNAL_REQUESTS_MAX + 1)
  t.end()
})

t.test('the oldest make room, by their size', t => {
  const journal = new RequestJournal()
  journal.add(entry(JOURNAL_BYTES_MAX / 2))
  journal.add(entry(JOURNAL_BYTES_MAX / 2))
  t.ok(journal.find(1))
  journal.add(entry(1))
  t.equal(journal.find(1), undefined)
  t.ok(journal.find(2))
  journal.add(entry(2 * JOURNAL_BYTES_MAX))
  t.strictSame(
    journal.list(0, 10).map(({ id }) => id),
    [4],
    'one that is too large alone is kept until the next',
  )
  t.end()
})

t.test('ids go on when all is forgotten', t => {
  const journal = new RequestJournal()
  journal.add(entry(JOURNAL_BYTES_MAX))
  journal.clear()
  t.strictSame(journal.list(undefined, 10), [])
  t.equal(journal.add(entry(JOURNAL_BYTES_MAX)).id, 2)
  t.equal(journal.list(undefined, 10).length, 1)
  t.end()
})
