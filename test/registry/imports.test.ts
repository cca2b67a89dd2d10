import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { IMPORT_ROWS_MAX } from '../../src/registry/contract.js'
import { numbered } from '../../src/registry/numbers.js'
import type { Registry } from '../../src/registry/registry.js'
import { migrations, type Tables } from '../../src/registry/tables.js'
import { openStore } from '../../src/store/store.js'
import { onBothEngines } from '../store/engines.js'
import { startRegistryHarness } from './harness.js'
import { application, OPERATOR, registered, registryAt } from './terminals.js'

const page = { limit: 50 }

/** Rows of a sheet, as a person counts them: the heading is row 1. */
const rowsOf = (contents: object[]) => ({
  rows: contents.map((content, at) => ({ row: at + 2, content })),
})

async function put(registry: Registry, contents: object[]) {
  const id = await registry.imports.begin(OPERATOR)
  const problems = await registry.imports.put(id, rowsOf(contents), 'en')
  const commit = () => registry.imports.commit(id, OPERATOR, 'en')
  return { id, problems, commit }
}

/** An import of so many parts, each of 1000 rows. */
async function staged(registry: Registry, parts: number): Promise<string> {
  const id = await registry.imports.begin(OPERATOR)
  for (let part = 0; part < parts; part++) {
    const rows = Array.from({ length: 1000 }, (_, of) => {
      const at = part * 1000 + of
      return { row: at + 2, content: application(1000 + at) }
    })
    await registry.imports.put(id, { rows }, 'en')
  }
  return id
}

onBothEngines('all of a sheet is registered, once', async (t, at) => {
  const registry = await registryAt(t, at)
  const filingNumber = '99000000000000000007'
  const contents: object[] = []
  for (let number = 1; number <= 1200; number++)
    contents.push(application(number))
  contents[3] = { ...application(4), filingNumber, filedOn: '2019-5-1' }
  const id = await registry.imports.begin(OPERATOR)
  const { rows } = rowsOf(contents)
  for (const from of [0, 600, 600])
    t.strictSame(
      await registry.imports.put(
        id,
        { rows: rows.slice(from, from + 600) },
        'en',
      ),
      [],
      'a part may come twice',
    )
  t.strictSame((await registry.search(page)).terminals, [], 'nothing yet')
  const commit = () => registry.imports.commit(id, OPERATOR, 'en')
  const done = { registered: 1200, problems: [] }
  t.strictSame(await Promise.all([commit(), commit()]), [done, done])
  t.strictSame(await commit(), done)
  await t.rejects(registry.imports.put(id, rowsOf([application(2000)]), 'en'), {
    code: 'import-done',
  })
  const found = await registry.search({ ...page, q: filingNumber })
  t.match(found.terminals, [{ filedOn: '2019/05/01', state: 'active' }])
  const numbers = new Set<string>()
  let after: string | undefined
  do {
    const { terminals, next } = await registry.search({ limit: 1000, after })
    for (const { filingNumber } of terminals) numbers.add(filingNumber ?? '')
    after = next ?? undefined
  } while (after)
  t.equal(numbers.size, 1200)
  t.notOk(numbers.has('99000000000000000001'), 'below one that was given')
  const { entries } = await registry.history(page, filingNumber)
  t.match(entries, [
    { who: OPERATOR, action: 'import', detail: { import: id } },
  ])
})

onBothEngines('one bad row, and none is registered', async (t, at) => {
  const registry = await registryAt(t, at)
  const filingNumber = await registered(registry, 1)
  const { id, problems, commit } = await put(registry, [
    application(2),
    application(3, { mac: 'none' }),
    { ...application(4), colour: 'red' },
    application(2, { mac: 'F8-34-41-00-00-02' }),
    application(1),
    { ...application(5), filingNumber },
    { ...application(6), filingNumber: '99000000000000000042' },
    { ...application(7), filingNumber: '99000000000000000042' },
    application(2),
  ])
  t.strictSame(
    problems.map(({ row, field }) => [row, field]),
    [
      [3, 'mac'],
      [4, 'colour'],
    ],
  )
  const before = await registry.imports.problems(id, 'en')
  const answer = await commit()
  t.strictSame(before, answer.problems)
  t.equal(answer.registered, 0)
  t.strictSame(
    answer.problems.map(({ row, field }) => [row, field]),
    [
      [3, 'mac'],
      [4, 'colour'],
      [5, 'mac'],
      [6, 'mac'],
      [7, 'filingNumber'],
      [9, 'filingNumber'],
      [10, 'mac'],
    ],
  )
  t.match(answer.problems[2]?.sentence, /row 2/)
  t.match(answer.problems[3]?.sentence, filingNumber)
  t.equal((await registry.search(page)).terminals.length, 1)
  t.equal((await commit()).registered, 0, 'nor the second time')
})

onBothEngines('a sheet that was mended is registered', async (t, at) => {
  const registry = await registryAt(t, at)
  const { id, commit } = await put(registry, [application(1), {}])
  t.equal((await commit()).problems[0]?.row, 3)
  const mended = { rows: [{ row: 3, content: application(2) }] }
  t.strictSame(await registry.imports.put(id, mended, 'en'), [])
  t.strictSame(await commit(), { registered: 2, problems: [] })
})

onBothEngines('two sheets with the same MAC at once', async (t, at) => {
  const registry = await registryAt(t, at)
  const sheets = await Promise.all([
    put(registry, [application(1), application(2)]),
    put(registry, [application(3), application(2)]),
  ])
  const answers = await Promise.all(sheets.map(({ commit }) => commit()))
  const counts = answers.map(({ registered }) => registered).sort()
  t.strictSame(counts, [0, 2])
  const [refused] = answers.filter(({ registered }) => registered === 0)
  t.match(refused?.problems, [{ row: 3, field: 'mac' }])
})

onBothEngines('others go on while a sheet is committed', async (t, at) => {
  const registry = await registryAt(t, at)
  const other = await registryAt(t, at)
  const known = await registered(registry, 1)
  const parts = 20
  const id = await staged(registry, parts)
  let committed = false
  const whileCommitting = async (act: () => Promise<unknown>) => {
    let done = 0
    for (; !committed; done++) {
      await act()
      await setImmediate()
    }
    return done
  }
  const numbers: string[] = []
  const lookUps = whileCommitting(async () => {
    const { ok } = await registry.judge({ termId: known })
    t.ok(ok)
  })
  const registrations = whileCommitting(async () => {
    numbers.push(await registered(other, 30_000 + numbers.length))
  })
  const answer = await registry.imports.commit(id, OPERATOR, 'en')
  committed = true
  t.strictSame(answer, { registered: parts * 1000, problems: [] })
  const [looked, made] = await Promise.all([lookUps, registrations])
  t.comment(`${looked} look-ups, ${made} registrations meanwhile`)
  t.ok(looked >= parts, `${looked}`)
  t.ok(made > 0)
  const serials = numbers.map(number => Number(number.slice(2)))
  t.strictSame(new Set(serials).size, made)
  const last = 1 + parts * 1000 + made
  t.match((await registry.search({ ...page, q: numbered(last) })).terminals, [
    { state: 'active' },
  ])
  t.ok(Math.max(...serials) <= last, 'none is left out')
})

onBothEngines('whoever commits is killed: all, or none', async (t, at) => {
  const registry = await registryAt(t, at)
  const parts = 10
  const id = await staged(registry, parts)
  const committer = fileURLToPath(new URL('committer.js', import.meta.url))
  for (const delay of [10, 100, 200, 400]) {
    const child = fork(committer, [at, id, OPERATOR])
    const ended = once(child, 'exit')
    await once(child, 'message')
    await setTimeout(delay)
    child.kill('SIGKILL')
    const [code] = await ended
    const { terminals } = await registry.search(page)
    t.comment(`after ${delay} ms: ${code === 0 ? 'done' : 'killed'}`)
    t.ok(terminals.length === 0 || terminals.length === page.limit)
  }
  const registered = parts * 1000
  t.match(await registry.imports.commit(id, OPERATOR, 'en'), { registered })
  const q = numbered(registered)
  t.match((await registry.search({ ...page, q })).terminals, [
    { state: 'active' },
  ])
  const none = await registry.search({ ...page, q: numbered(registered + 1) })
  t.strictSame(none.terminals, [], 'no number is left out')
})

t.test('what a process left that ended is swept away', async t => {
  const at = `${t.testdir({})}/x.db`
  const store = await openStore(at)
  t.teardown(() => store.close())
  const database = await store.open<Tables>(migrations)
  const registry = await registryAt(t, at)
  const { id, commit } = await put(registry, [application(1)])
  const other = await put(registry, [application(2)])
  const waiting = () =>
    database.selectFrom('import_row').select(['import', 'row']).execute()
  const rows = await waiting()
  t.equal(rows.length, 2)
  await commit()
  t.strictSame(await waiting(), [{ import: other.id, row: 2 }])
  await database
    .insertInto('import_row')
    .values({ import: id, row: 9 })
    .execute()
  await registry.imports.begin(OPERATOR)
  t.strictSame(
    await waiting(),
    [{ import: other.id, row: 2 }],
    'of the done one',
  )
})

t.test('its limits, and what is left behind', async t => {
  let now = Date.now()
  const registry = await registryAt(t, `${t.testdir({})}/x.db`, {
    clock: () => now,
  })
  await t.rejects(
    registry.imports.put('01ARZ3NDEKTSV4RRFFQ69G5FAV', rowsOf([{}]), 'en'),
    { code: 'not-found' },
  )
  await t.rejects(
    registry.imports.problems('01ARZ3NDEKTSV4RRFFQ69G5FAV', 'en'),
    { code: 'not-found' },
  )
  const { id } = await put(registry, [application(1)])
  const late = { rows: [{ row: IMPORT_ROWS_MAX + 2, content: {} }] }
  await t.rejects(registry.imports.put(id, late, 'en'), { code: 'import-rows' })
  now += 25 * 3_600_000
  await registry.imports.begin(OPERATOR)
  await t.rejects(registry.imports.commit(id, OPERATOR, 'en'), {
    code: 'not-found',
  })
})

t.test('over HTTPS, in the language of who asks', async t => {
  const { send } = await startRegistryHarness(t)
  const { status, json } = await send('POST', '/registry/imports')
  t.equal(status, 201)
  const path = `/registry/imports/${json.id}`
  const part = rowsOf([application(1), application(2, { version: 'x' })])
  const english = { 'accept-language': 'en-GB' }
  const put = (headers = {}) => send('PUT', `${path}/rows`, part, headers)
  t.match((await put()).json.problems, [{ row: 3, sentence: /终端的版本/ }])
  t.match((await put(english)).json.problems, [{ sentence: /version/ }])
  t.match(await send('GET', `${path}/problems`), {
    status: 200,
    json: { problems: [{ row: 3 }] },
  })
  t.match(await send('POST', `${path}/commit`), {
    status: 200,
    json: { registered: 0, problems: [{ row: 3 }] },
  })
  const many = Array.from({ length: 1001 }, (_, row) => ({ row: row + 1 }))
  t.equal((await send('PUT', `${path}/rows`, { rows: many })).status, 400)
})
