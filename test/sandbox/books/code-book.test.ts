import t, { type Test } from 'tap'
import {
  CODE_LIFE_MS,
  CodeBook,
  TOMBSTONE_LIFE_MS,
} from '../../../src/sandbox/books/code-book.js'
import { openTestState } from '../harness.js'

const zhang = { idNo: '1', channel: 'nhsa', insuOrg: '130300' }

const open = (t: Test, clock?: () => number) =>
  new CodeBook(openTestState(t, clock), '13', 'codes', CODE_LIFE_MS)

t.test('a code is good exactly once', async t => {
  const book = open(t)
  book.add('a', zhang, 0)
  t.same(book.consume('a', 1), { verdict: 'ok', showing: zhang })
  t.same(book.consume('a', 2), { verdict: 'replayed' })
})

t.test('a code is good to the last millisecond of its life', async t => {
  const book = open(t)
  book.add('a', zhang, 0)
  book.add('b', zhang, 0)
  t.match(book.consume('a', CODE_LIFE_MS), { verdict: 'ok' })
  t.same(book.consume('b', CODE_LIFE_MS + 1), { verdict: 'expired' })
})

t.test('a used code stays used when its life has ended', async t => {
  const book = open(t)
  book.add('a', zhang, 0)
  book.consume('a', 0)
  t.same(book.consume('a', CODE_LIFE_MS + 1), { verdict: 'replayed' })
})

t.test('an attempt that came too late does not use the code', async t => {
  const book = open(t)
  book.add('a', zhang, 0)
  t.same(book.consume('a', CODE_LIFE_MS + 1), { verdict: 'expired' })
  t.same(book.consume('a', CODE_LIFE_MS + 1), { verdict: 'expired' })
})

t.test('a code that nobody issued is unknown', async t => {
  t.same(open(t).consume('a', 0), { verdict: 'unknown' })
})

t.test('a code cannot be issued again', async t => {
  const book = open(t)
  book.add('a', zhang, 0)
  t.throws(() => book.add('a', zhang, 1))
})

t.test('a dead code is forgotten in the end, a younger one not', async t => {
  let now = 0
  const book = open(t, () => now)
  book.add('old', zhang, 0)
  book.add('young', zhang, 1)
  now = CODE_LIFE_MS + TOMBSTONE_LIFE_MS + 1
  for (let count = 0; count < 1000; count++) book.add(`${count}`, zhang, now)
  t.same(book.consume('old', 0), { verdict: 'unknown' })
  t.match(book.consume('young', 1), { verdict: 'ok' })
})

t.test('the file has no code that could be used', async t => {
  const state = openTestState(t)
  const book = new CodeBook(state, '13', 'codes', CODE_LIFE_MS)
  book.add('4243669509084040896099330000', zhang, 0)
  t.notMatch(JSON.stringify(state.save()), '4243669509084040896099330000')
})
