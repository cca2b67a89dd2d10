import t from 'tap'
import { firstOf } from '../../src/cli/paging.js'
import { PAGE_MAX } from '../../src/registry/contract.js'

/** Answers pages of the numbers from 1 to `last`; keeps the limits asked for. */
function numbers(last: number) {
  const asked: number[] = []
  const ask = async ({ limit, after = '0' }: Record<string, string>) => {
    asked.push(Number(limit))
    const from = Number(after) + 1
    const to = Math.min(last, Number(after) + Number(limit))
    const items = Array.from({ length: to + 1 - from }, (_, at) => from + at)
    return { items, next: to < last ? String(to) : null }
  }
  return { asked, ask }
}

t.test('one page behind the other, none asked for too much', async t => {
  const { asked, ask } = numbers(9999)
  const { items, more } = await firstOf(2500, ask)
  t.strictSame([items.length, items[0], items.at(-1)], [2500, 1, 2500])
  t.strictSame(asked, [PAGE_MAX, PAGE_MAX, 500])
  t.equal(more, true)
})

t.test('where all are there, there is no more', async t => {
  for (const last of [0, 7, 2500]) {
    const { items, more } = await firstOf(2500, numbers(last).ask)
    t.strictSame([items.length, more], [last, false])
  }
})

t.test('an empty page in between is not the end', async t => {
  const pages: Record<string, { items: number[]; next: string | null }> = {
    first: { items: [1], next: 'a' },
    a: { items: [], next: 'b' },
    b: { items: [2], next: null },
  }
  const none = { items: [], next: null }
  const { items } = await firstOf(
    9,
    async ({ after = 'first' }) => pages[after] ?? none,
  )
  t.strictSame(items, [1, 2])
})
