/**
 * Lists that the registry answers page by page.
 * @module
 */
import { PAGE_MAX } from '../registry/contract.js'

interface Page<Item> {
  items: Item[]
  next: string | null
}

/** Every page; `ask` gets what says which, for its query. */
export async function* pages<Item>(
  ask: (page: Record<string, string>) => Promise<Page<Item>>,
): AsyncGenerator<Page<Item>> {
  let next: string | null = null
  do {
    const page: Page<Item> = await ask(next === null ? {} : { after: next })
    yield page
    next = page.next
  } while (next !== null)
}

/**
 * The first `limit` items, over as many pages as that takes, and whether there
 * are more. `ask` gets each page's own part of the query.
 */
export async function firstOf<Item>(
  limit: number,
  ask: (page: Record<string, string>) => Promise<Page<Item>>,
): Promise<{ items: Item[]; more: boolean }> {
  const items: Item[] = []
  const some = (page: Record<string, string>) => {
    const left = Math.min(limit - items.length, PAGE_MAX)
    return ask({ ...page, limit: String(left) })
  }
  for await (const page of pages(some)) {
    items.push(...page.items)
    if (items.length >= limit) return { items, more: page.next !== null }
  }
  return { items, more: false }
}
