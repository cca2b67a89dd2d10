import t from 'tap'
import { createIds, ID } from '../../src/registry/id.js'

t.test('names sort by when they were made', async t => {
  const newId = createIds()
  const names = [0, 1, 1, 1, 1_800_000_000_000, 1_700_000_000_000].map(newId)
  for (let at = 0; at < 1000; at++) names.push(newId(1_800_000_000_001))
  for (const name of names) t.match(name, ID)
  t.strictSame(names, [...names].sort())
  t.equal(new Set(names).size, names.length)
})

t.test('one process does not make the names of another', async t => {
  const [one, two] = [createIds(), createIds()]
  t.not(one(1_800_000_000_000), two(1_800_000_000_000))
})

t.test('the last of a range is still 26 characters', async t => {
  const newId = createIds(bytes => Buffer.alloc(bytes, 0xff))
  const names = [newId(2 ** 48), newId(2 ** 48)]
  for (const name of names) t.match(name, ID)
  t.strictSame(names, [...names].sort())
})

t.test('names go on behind one that was made before', async t => {
  const one = createIds()
  const before = one(1_800_000_000_000)
  const other = createIds(undefined, before)
  for (const now of [0, 1_800_000_000_000, 1_800_000_000_001])
    t.ok(other(now) > before)
  const same = (bytes: number) => Buffer.alloc(bytes, 7)
  const first = createIds(same)
  const last = first(1)
  t.equal(createIds(same, last)(1), first(1), 'as if it were the same process')
})
