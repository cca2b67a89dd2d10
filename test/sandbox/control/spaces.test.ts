import t, { type Test } from 'tap'
import { openStateFile } from '../../../src/sandbox/books/state.js'
import {
  type RequestSummary,
  spaceList,
} from '../../../src/sandbox/control/contract.js'
import { JOURNALS_BYTES_MAX } from '../../../src/sandbox/control/journal-room.js'
import { JOURNAL_BYTES_MAX } from '../../../src/sandbox/control/request-journal.js'
import {
  SPACES_MAX,
  Spaces,
  type SpacesOptions,
} from '../../../src/sandbox/control/spaces.js'
import { createPlatforms } from '../../../src/sandbox/platforms.js'
import {
  type Harness,
  openTestOneTime,
  QUERY,
  queryFor,
  startHarness,
} from '../harness.js'
import { entry } from './entry.js'

interface Issued {
  code: string
}

/** What a test does in the space of this name. */
function inSpace({ send }: Harness, space?: string) {
  const headers = {
    'content-type': 'application/json',
    ...(space && { 'x-nationec-sandbox': space }),
  }
  const post = <Json>(path: string, body: object) =>
    send<Json>(path, { method: 'POST', headers, body: JSON.stringify(body) })
  return {
    post,
    frozen: async () => {
      const { json } = await send<{ frozen: boolean }>('/sandbox/clock', {
        headers,
      })
      return json.frozen
    },
    issue: async () => (await post<Issued>('/sandbox/codes', {})).json.code,
    query: async (code: string, orgId = 'H35020319001') => {
      const body = { ...queryFor(code), orgId }
      return (await post<{ code: number }>(QUERY, body)).json.code
    },
    ids: async () => {
      const path = '/sandbox/requests'
      const { json } = await send<{ requests: RequestSummary[] }>(path, {
        headers,
      })
      return json.requests.map(({ id }) => id)
    },
  }
}

t.test('two tests at once see nothing of each other', async t => {
  const harness = await startHarness(t)
  const [one, two] = [inSpace(harness, 'one'), inSpace(harness, 'two')]
  await one.post('/sandbox/faults', { fault: { code: -6 } })
  t.equal(await one.query('1'), -6)
  t.equal(await two.query('1'), 500159, 'no fault')
  const code = await two.issue()
  await two.post('/sandbox/clock', { advanceMs: 61_000 })
  t.equal(await two.query(code), 500005)
  const other = await one.issue()
  t.equal(await two.query(other), 500049, 'no code')
  await one.post('/sandbox/reset', {})
  t.equal(await one.query('1'), 500159)
  t.strictSame(await one.ids(), [2])
  t.strictSame(await two.ids(), [1, 2, 3])
  t.strictSame(await inSpace(harness).ids(), [])
})

t.test('an institution has the space that is called like it', async t => {
  const harness = await startHarness(t)
  const directing = inSpace(harness, 'P99000000007')
  const caller = inSpace(harness)
  t.equal(await caller.query('1', 'P99000000007'), 500159)
  await directing.post('/sandbox/faults', { fault: { code: -6 } })
  t.equal(await caller.query('1', 'P99000000007'), -6)
  t.equal(await caller.query('1', 'P99000000008'), 500159, 'not this one')
  const code = await directing.issue()
  await directing.post('/sandbox/reset', {})
  t.equal(await caller.query(code, 'P99000000007'), 500049)
})

t.test('a name that is none is refused', async t => {
  const harness = await startHarness(t)
  const names = ['../x', ' ', 'a b', 'x'.repeat(65), '.snapshots', 'é']
  for (const name of names) {
    const headers = { 'x-nationec-sandbox': name }
    const { status } = await harness.send('/sandbox/clock', { headers })
    t.equal(status, 400, name)
  }
  const longest = { 'x-nationec-sandbox': 'x'.repeat(64) }
  const named = await harness.send('/sandbox/clock', { headers: longest })
  t.equal(named.status, 200, 'one of 64 characters is good')
  const { status } = await harness.get('/sandbox/events?space=..')
  t.equal(status, 400, 'where there are no headers')
})

t.test('which there are is told, with what is in each', async t => {
  const harness = await startHarness(t)
  const list = async () =>
    spaceList.parse((await harness.get('/sandbox/spaces')).json).spaces
  const nothing = { requests: 0, faults: 0, frozen: false }
  t.strictSame(await list(), [{ name: '', ...nothing }])
  const one = inSpace(harness, 'one')
  await one.post('/sandbox/faults', { fault: { code: -6 } })
  await one.query('1')
  await inSpace(harness, 'two').post('/sandbox/clock', { freeze: true })
  t.strictSame(await list(), [
    { name: '', ...nothing },
    { ...nothing, name: 'two', frozen: true },
    { ...nothing, name: 'one', requests: 1, faults: 1 },
  ])
})

t.test('the address names a space only where events are watched', async t => {
  const harness = await startHarness(t)
  await inSpace(harness, 'one').post('/sandbox/clock', { freeze: true })
  const { json } = await harness.get('/sandbox/clock?space=one')
  t.match(json, { frozen: false })
  t.equal(await inSpace(harness, 'one').frozen(), true)
})

t.test('what is common to all is told to whoever watches one', async t => {
  const spaces = await makeSpaces(t)
  const heard: string[] = []
  for (const name of ['', 'one'])
    spaces.open(name).events.listen(({ type }) => heard.push(name + type))
  spaces.tell('registry', {})
  t.strictSame(heard, ['registry', 'oneregistry'])
})

t.test('a space is not idle while somebody watches it', async t => {
  const spaces = await makeSpaces(t)
  const watched = spaces.open('0')
  const leave = watched.events.listen(() => {})
  const second = spaces.open('1')
  for (let count = 2; count <= SPACES_MAX; count++) spaces.open(String(count))
  t.equal(spaces.open('0'), watched)
  t.not(spaces.open('1'), second, 'the next is forgotten in its place')
  leave()
  for (let count = 2; count <= SPACES_MAX; count++) spaces.open(String(count))
  t.not(spaces.open('0'), watched, 'and it too, once nobody does')
})

async function makeSpaces(t: Test): Promise<Spaces> {
  const folder = t.testdir()
  const file = openStateFile(`${folder}/platforms.db`)
  t.teardown(() => file.close())
  const options: SpacesOptions = {
    clock: () => 0,
    seed: 1,
    openState: file.space,
    openOneTime: await openTestOneTime(t, folder),
    isShared: () => false,
    createPlatforms,
  }
  return new Spaces(options)
}

t.test('the space that was idle longest is forgotten', async t => {
  const spaces = await makeSpaces(t)
  const first = spaces.open('0')
  const second = spaces.open('1')
  for (let count = 2; count < SPACES_MAX; count++) spaces.open(String(count))
  t.equal(spaces.open('0'), first, 'and is not idle now')
  spaces.open('one more')
  t.equal(spaces.open('0'), first)
  t.not(spaces.open('1'), second)
})

t.test('the journals of all spaces share one room', async t => {
  const spaces = await makeSpaces(t)
  const first = spaces.open('first').journal
  first.add(entry())
  const full = JOURNALS_BYTES_MAX / JOURNAL_BYTES_MAX
  for (let count = 0; count < full; count++)
    spaces.open(String(count)).journal.add(entry(JOURNAL_BYTES_MAX))
  t.equal(first.size, 0)
})

t.test('a space that is forgotten has left the room', async t => {
  const spaces = await makeSpaces(t)
  const { journal } = spaces.open('first')
  journal.add(entry())
  for (let count = 0; count < SPACES_MAX; count++) spaces.open(String(count))
  t.equal(journal.size, 0)
})
