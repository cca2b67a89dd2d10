import { setImmediate } from 'node:timers/promises'
import { numbered } from '../../src/registry/numbers.js'
import { SCAN_ROWS_MAX } from '../../src/registry/search.js'
import { openStore } from '../../src/store/store.js'
import { onBothEngines } from '../store/engines.js'
import { fill } from './filling.js'
import { application, OPERATOR, registered, registryAt } from './terminals.js'

const page = { limit: 50 }

onBothEngines('what is sought is found, page by page', async (t, at) => {
  const registry = await registryAt(t, at)
  const number = await registered(registry, 1, { institution: '100%_医院' })
  for (let number = 2; number <= 7; number++)
    await registry.apply(application(number), `key-0000${number}`)
  const { mac } = application()
  const found = async (query: object) => {
    const { terminals } = await registry.search({ ...page, ...query })
    return terminals.length
  }
  t.equal(await found({ q: number }), 1)
  t.equal(await found({ q: mac.toUpperCase().replaceAll(':', '-') }), 1)
  t.equal(await found({ q: '0%_医' }), 1, 'no sign has a meaning of its own')
  t.equal(await found({ q: '%' }), 1)
  t.equal(await found({ q: "'; DROP TABLE terminal; --" }), 0)
  t.equal(await found({ q: '某某' }), 6)
  t.equal(await found({ state: 'applied' }), 6)
  t.equal(await found({ state: 'active' }), 1)
  t.equal(await found({ orgId: 'H99000000001' }), 7)
  t.equal(await found({ q: 'H99000000001' }), 7)
  t.equal(await found({ q: 'H9900000000' }), 0)
  t.equal(await found({ orgId: 'H99000000009' }), 0)
  t.equal(await registry.count({}), 7)
  t.equal(await registry.count({ state: 'applied' }), 6)
  t.equal(await registry.count({ state: 'active', orgId: 'H99000000001' }), 1)
  t.equal(await registry.count({ orgId: 'H99000000009' }), 0)
  const receipts: string[] = []
  let after: string | undefined
  do {
    const part = await registry.search({ limit: 3, after })
    t.ok(part.terminals.length <= 3)
    receipts.push(...part.terminals.map(({ receipt }) => receipt))
    after = part.next ?? undefined
  } while (after)
  t.equal(new Set(receipts).size, 7)
  t.strictSame(receipts, [...receipts].sort())
  await t.rejects(registry.show('99000000000000000099'), {
    code: 'not-found',
  })
  const { entries } = await registry.history({ ...page, who: OPERATOR })
  t.equal(entries.length, 1)
})

onBothEngines('a large registry is searched in parts', async (t, at) => {
  const store = await openStore(at)
  t.teardown(() => store.close())
  const registry = await registryAt(t, at)
  await fill(store, SCAN_ROWS_MAX + 10)
  const known = numbered(SCAN_ROWS_MAX)
  for (const number of [1, 2])
    await registered(registry, number + SCAN_ROWS_MAX + 10, { name: '少见' })
  let searching = true
  let looked = 0
  const looking = (async () => {
    for (; searching; looked++) {
      t.ok((await registry.judge({ termId: known })).ok)
      await setImmediate()
    }
  })()
  const first = await registry.search({ ...page, q: '少见' })
  searching = false
  await looking
  t.ok(looked > 10, `others are answered meanwhile: ${looked}`)
  t.strictSame(first.terminals, [])
  t.type(first.next, 'string', 'it is not the last page')
  const after = first.next ?? ''
  const last = await registry.search({ ...page, q: '少见', after })
  t.equal(last.terminals.length, 2)
  t.equal(last.next, null)
  const early = await registry.search({ limit: 3, q: '挂号' })
  t.equal(early.terminals.length, 3)
  t.equal(early.next, early.terminals[2]?.receipt)
  const behind = await registry.search({
    limit: 3,
    q: '挂号',
    after: early.next ?? '',
  })
  t.match(
    behind.terminals,
    [4, 5, 6].map(serial => ({ filingNumber: numbered(serial) })),
  )
})
