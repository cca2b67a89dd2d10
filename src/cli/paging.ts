/**
 * Lists that the registry answers page by page.
 * @module
 */
import { PAGE_MAX } from '../registry/contract.js'

interface Page<Item> {
  items: Item[]
  next: string | null
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
  let next: string | null = null
  do {
    const left = Math.min(limit - items.length, PAGE_MAX)
    const page: Page<Item> = await ask({
      limit: String(left),
      ...(next !== null && { after: next }),
    })
    items.push(...page.items)
    next = page.next
  } while (next !== null && items.length < limit)
  return { items, more: next !== null }
}
