import t from 'tap'
import {
  JOURNALS_BYTES_MAX,
  JournalRoom,
  REQUEST_BYTES,
} from '../../../src/sandbox/control/journal-room.js'
import {
  JOURNAL_BYTES_MAX,
  JOURNAL_REQUESTS_MAX,
  RequestJournal,
} from '../../../src/sandbox/control/request-journal.js'
import { entry } from './entry.js'

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

t.test('journals of one room share what there is', t => {
  const room = new JournalRoom()
  const [one, other] = [new RequestJournal(room), new RequestJournal(room)]
  one.add(entry())
  one.add(entry())
  const fits = Math.floor(
    JOURNALS_BYTES_MAX / (JOURNAL_BYTES_MAX + REQUEST_BYTES),
  )
  const journals = Array.from({ length: fits }, () => new RequestJournal(room))
  for (const journal of journals) journal.add(entry(JOURNAL_BYTES_MAX))
  t.equal(one.size, 2)
  other.add(entry(JOURNAL_BYTES_MAX))
  t.equal(one.size, 0)
  t.equal(journals[0]?.size, 0)
  t.equal(journals[1]?.size, 1)
  journals[1]?.clear()
  other.add(entry())
  one.add(entry(JOURNAL_BYTES_MAX / 2))
  t.equal(other.size, 2, 'what was cleared has left room')
  t.end()
})
