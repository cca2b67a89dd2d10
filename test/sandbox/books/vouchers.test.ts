import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { z } from 'zod'
import { Vouchers } from '../../../src/sandbox/books/vouchers.js'
import { REMEMBERED_MS } from '../../../src/store/one-time.js'
import { openTestOneTime } from '../harness.js'

const LIFE_MS = 60_000
const zhang = { idNo: '1' }
const meaning = z.object({ idNo: z.string() })

const open = async (t: Test, kind = 'code') => {
  const oneTime = (await openTestOneTime(t))('')
  return new Vouchers(oneTime, '13', kind, meaning, LIFE_MS)
}

t.test('a code is good exactly once', async t => {
  const book = await open(t)
  await book.add('a', zhang, 0)
  t.same(await book.consume('a', 1), { verdict: 'ok', meaning: zhang })
  t.same(await book.consume('a', 2), { verdict: 'replayed' })
})

t.test('who looks uses nothing up', async t => {
  const book = await open(t)
  await book.add('a', zhang, 0)
  for (const now of [1, LIFE_MS])
    t.same(await book.look('a', now), { verdict: 'ok', meaning: zhang })
  t.same(await book.look('a', LIFE_MS + 1), { verdict: 'expired' })
  t.match(await book.consume('a', 1), { verdict: 'ok' })
  t.same(await book.look('a', 1), { verdict: 'replayed' })
  t.same(await book.look('b', 1), { verdict: 'unknown' })
})

t.test('a code is good to the last millisecond of its life', async t => {
  const book = await open(t)
  await book.add('a', zhang, 0)
  await book.add('b', zhang, 0)
  t.match(await book.consume('a', LIFE_MS), { verdict: 'ok' })
  t.same(await book.consume('b', LIFE_MS + 1), { verdict: 'expired' })
})

t.test('a used code stays used when its life has ended', async t => {
  const book = await open(t)
  await book.add('a', zhang, 0)
  await book.consume('a', 0)
  t.same(await book.consume('a', LIFE_MS + 1), { verdict: 'replayed' })
})

t.test('an attempt that came too late does not use the code', async t => {
  const book = await open(t)
  await book.add('a', zhang, 0)
  for (let count = 0; count < 2; count++)
    t.same(await book.consume('a', LIFE_MS + 1), { verdict: 'expired' })
})

t.test('a code that nobody issued is unknown', async t => {
  t.same(await (await open(t)).consume('a', 0), { verdict: 'unknown' })
})

t.test('a code cannot be issued again', async t => {
  const book = await open(t)
  await book.add('a', zhang, 0)
  await t.rejects(book.add('a', zhang, 1))
})

t.test('kinds, owners and spaces are apart', async t => {
  const ofSpace = await openTestOneTime(t)
  const book = (space: string, owner: string, kind: string) =>
    new Vouchers(ofSpace(space), owner, kind, meaning, LIFE_MS)
  await book('', '13', 'code').add('a', zhang, 0)
  for (const other of [
    book('test', '13', 'code'),
    book('', '43', 'code'),
    book('', '13', 'face'),
  ])
    t.same(await other.consume('a', 1), { verdict: 'unknown' })
  t.match(await book('', '13', 'code').consume('a', 1), { verdict: 'ok' })
})

t.test('a dead code is forgotten in the end, a younger one not', async t => {
  const book = await open(t)
  await book.add('old', zhang, 0)
  await book.add('young', zhang, 1)
  const now = LIFE_MS + REMEMBERED_MS + 1
  const others = Array.from({ length: 1000 }, (_, count) =>
    book.add(`${count}`, zhang, now),
  )
  await Promise.all(others)
  t.same(await book.consume('old', 0), { verdict: 'unknown' })
  t.match(await book.consume('young', 1), { verdict: 'ok' })
})

t.test('the file has no code that could be used', async t => {
  const book = await open(t)
  await book.add('4243669509084040896099330000', zhang, 0)
  await turn()
  const files = ['one-time.db', 'one-time.db-wal'].map(name =>
    readFileSync(join(t.testdirName, name), 'latin1'),
  )
  t.match(files.join(''), '{"idNo":"1"}')
  t.notMatch(files.join(''), '4243669509084040896099330000')
})
