import t from 'tap'
import {
  CODE_LIFE_MS,
  CodeBook,
  TOMBSTONE_LIFE_MS,
} from '../../src/sandbox/code-book.js'

t.test('a code is good exactly once', async t => {
  const book = new CodeBook(CODE_LIFE_MS)
  book.add('a', 'zhang', 0)
  t.same(book.consume('a', 1), { verdict: 'ok', personId: 'zhang' })
  t.same(book.consume('a', 2), { verdict: 'replayed' })
})

t.test('a code is good to the last millisecond of its life', async t => {
  const book = new CodeBook(CODE_LIFE_MS)
  book.add('a', 'zhang', 0)
  book.add('b', 'zhang', 0)
  t.match(book.consume('a', CODE_LIFE_MS), { verdict: 'ok' })
  t.same(book.consume('b', CODE_LIFE_MS + 1), { verdict: 'expired' })
})

t.test('a used code stays used when its life has ended', async t => {
  const book = new CodeBook(CODE_LIFE_MS)
  book.add('a', 'zhang', 0)
  book.consume('a', 0)
  t.same(book.consume('a', CODE_LIFE_MS + 1), { verdict: 'replayed' })
})

t.test('an attempt that came too late does not use the code', async t => {
  const book = new CodeBook(CODE_LIFE_MS)
  book.add('a', 'zhang', 0)
  t.same(book.consume('a', CODE_LIFE_MS + 1), { verdict: 'expired' })
  t.same(book.consume('a', CODE_LIFE_MS + 1), { verdict: 'expired' })
})

t.test('a code that nobody issued is unknown', async t => {
  t.same(new CodeBook(CODE_LIFE_MS).consume('a', 0), { verdict: 'unknown' })
})

t.test('a code cannot be issued again', async t => {
  const book = new CodeBook(CODE_LIFE_MS)
  book.add('a', 'zhang', 0)
  t.throws(() => book.add('a', 'zhang', 1))
})

t.test('a dead code is forgotten in the end, a younger one not', async t => {
  const book = new CodeBook(CODE_LIFE_MS)
  book.add('old', 'zhang', 0)
  book.add('young', 'zhang', 1)
  book.add('new', 'zhang', TOMBSTONE_LIFE_MS + 1)
  t.same(book.consume('old', 0), { verdict: 'unknown' })
  t.match(book.consume('young', 1), { verdict: 'ok' })
})
