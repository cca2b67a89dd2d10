import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { z } from 'zod'
import { openStateFile } from '../../../src/sandbox/books/state.js'
import { openTestState } from '../harness.js'

const numbers = z.number()

t.test('a book has what was written, in the order of its keys', async t => {
  const book = openTestState(t).book('13', 'numbers', numbers)
  book.set('b', 2)
  book.set('a', 1)
  book.set('b', 3)
  t.equal(book.get('b'), 3)
  t.equal(book.get('c'), undefined)
  t.strictSame(book.entries(), [
    ['a', 1],
    ['b', 3],
  ])
  book.delete('a')
  t.equal(book.get('a'), undefined)
})

t.test('books, owners and spaces are apart', async t => {
  const file = openStateFile(join(t.testdir(), 'x.db'))
  t.teardown(() => file.close())
  const clock = () => 0
  const first = file.space('', clock)
  first.book('13', 'numbers', numbers).set('a', 1)
  t.equal(first.book('13', 'others', numbers).get('a'), undefined)
  t.equal(first.book('43', 'numbers', numbers).get('a'), undefined)
  const second = file.space('test', clock)
  t.equal(second.book('13', 'numbers', numbers).get('a'), undefined)
  second.load([])
  t.equal(first.book('13', 'numbers', numbers).get('a'), 1)
})

t.test('what was saved is what is loaded', async t => {
  const state = openTestState(t)
  const book = state.book('13', 'numbers', numbers)
  book.set('a', 1, 1000)
  book.set('b', 2)
  const saved = JSON.parse(JSON.stringify(state.save()))
  book.set('a', 7)
  book.delete('b')
  book.set('c', 3)
  state.load(saved)
  t.strictSame(book.entries(), [
    ['a', 1],
    ['b', 2],
  ])
  t.strictSame(state.save(), saved)
  t.throws(() => state.load([['13']]), { name: 'ZodError' })
  t.equal(book.entries().length, 2, 'half a snapshot changes nothing')
})

t.test('the file outlives the process that wrote it', async t => {
  const path = join(t.testdir(), 'platforms.db')
  const first = openStateFile(path)
  first
    .space('', () => 0)
    .book('13', 'numbers', numbers)
    .set('a', 1)
  first.close()
  first.close()
  const second = openStateFile(path)
  t.teardown(() => second.close())
  t.equal(
    second
      .space('', () => 0)
      .book('13', 'numbers', numbers)
      .get('a'),
    1,
  )
})

t.test('an entry is not what the schema asks for', async t => {
  const state = openTestState(t)
  state.book('13', 'mixed', z.string()).set('a', 'text')
  const book = state.book('13', 'mixed', numbers)
  t.throws(() => book.get('a'), { name: 'ZodError' })
})

t.test('what was watched is what another connection sees', async t => {
  const path = join(t.testdir(), 'platforms.db')
  const [writer, reader] = [openStateFile(path), openStateFile(path)]
  t.teardown(() => {
    writer.close()
    reader.close()
  })
  const clock = () => 0
  const state = writer.space('', clock)
  const other = reader.space('', clock).book('13', 'numbers', numbers)
  const kept = state.watch()
  state.book('13', 'numbers', numbers).set('a', 1)
  t.equal(other.get('a'), undefined, 'not yet')
  await kept()
  t.equal(other.get('a'), 1)
  t.ok(readFileSync(path).length > 0)
})
