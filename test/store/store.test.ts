import t from 'tap'
import type { Migrations } from '../../src/store/migrate.js'
import { withoutPassword } from '../../src/store/postgres.js'
import { StoreError } from '../../src/store/sqlite.js'
import { openStore } from '../../src/store/store.js'
import { onBothEngines } from './engines.js'

interface Tables {
  thing: { id: string; size: number; note: string | null; data: Buffer | null }
}

const FIRST = ['CREATE TABLE thing (id TEXT PRIMARY KEY, size BIGINT NOT NULL)']
const SECOND = ['ALTER TABLE thing ADD COLUMN note TEXT']
const things = (...steps: string[][]): Migrations => ({ name: 'things', steps })

onBothEngines('each step runs once, and rooms do not meet', async (t, at) => {
  const first = await openStore(at)
  const database = await first.open<Tables>(things(FIRST))
  await database.insertInto('thing').values({ id: 'a', size: 1 }).execute()
  await first.open({ name: 'others', steps: [['CREATE TABLE other (a TEXT)']] })
  await first.close()
  for (let times = 0; times < 2; times++) {
    const store = await openStore(at)
    const database = await store.open<Tables>(things(FIRST, SECOND))
    const rows = await database.selectFrom('thing').selectAll().execute()
    t.strictSame(
      rows.map(row => ({ ...row })),
      [{ id: 'a', size: 1, note: null }],
    )
    await store.close()
  }
  const older = await openStore(at)
  t.teardown(() => older.close())
  await t.rejects(older.open(things(FIRST)), StoreError)
})

onBothEngines('a step that fails leaves nothing behind', async (t, at) => {
  const store = await openStore(at)
  t.teardown(() => store.close())
  await t.rejects(store.open(things(FIRST, ['nonsense'])))
  const database = await store.open<Tables>(things(FIRST))
  t.strictSame(await database.selectFrom('thing').selectAll().execute(), [])
})

onBothEngines('two that open at once do not clash', async (t, at) => {
  const stores = await Promise.all([1, 2, 3, 4, 5].map(() => openStore(at)))
  await Promise.all(stores.map(store => store.open(things(FIRST, SECOND))))
  await Promise.all(stores.map(store => store.close()))
  await Promise.all(stores.map(store => store.close()))
  t.pass('nor does closing twice')
})

onBothEngines('a transaction is all or nothing', async (t, at) => {
  const store = await openStore(at)
  t.teardown(() => store.close())
  const database = await store.open<Tables>(things(FIRST))
  const add = (id: string, also?: () => Promise<unknown>) =>
    database.transaction().execute(async transaction => {
      await transaction.insertInto('thing').values({ id, size: 2 }).execute()
      await also?.()
    })
  await t.rejects(
    add('a', async () => {
      throw new Error('no')
    }),
  )
  const count = async () =>
    (await database.selectFrom('thing').select('id').execute()).length
  t.equal(await count(), 0)
  await add('b', async () => t.equal(await count(), 0, 'nor is it seen before'))
  await Promise.all([
    add('c'),
    add('d'),
    add('e'),
    add('f'),
    add('g'),
    add('h'),
  ])
  t.equal(await count(), 7)
  await t.rejects(add('b'))
  t.equal(await count(), 7)
})

onBothEngines('numbers come back as numbers', async (t, at) => {
  const store = await openStore(at)
  t.teardown(() => store.close())
  const database = await store.open<Tables>(things(FIRST, SECOND))
  const size = Number.MAX_SAFE_INTEGER
  const row = { id: '张三', size, note: null }
  await database.insertInto('thing').values(row).execute()
  const found = await database.selectFrom('thing').selectAll().execute()
  t.strictSame({ ...found[0] }, row)
})

t.test('a password is not shown', async t => {
  const url = 'postgres://nationec:secret@127.0.0.1:5432/registry?password=x'
  const shown = 'postgres://nationec@127.0.0.1:5432/registry'
  t.equal(withoutPassword(url), shown)
  t.equal(withoutPassword('postgres://a:secret@[/x'), 'postgres://…')
  const store = await openStore(url)
  t.equal(store.shown, shown)
  t.equal(store.engine, 'postgres')
  await store.close()
})

t.test('a server that is away is told by the first query', async t => {
  const store = await openStore('postgres://127.0.0.1:1/none')
  t.teardown(() => store.close())
  await t.rejects(store.open(things(FIRST)), {
    code: 'STORE_UNUSABLE',
    message: /127\.0\.0\.1:1.*ECONNREFUSED/,
  })
})
