import t from 'tap'
import {
  type Replayed,
  type RequestSummary,
  replayed,
  requestList,
  requestWhole,
} from '../../../src/sandbox/control/contract.js'
import { JOURNAL_REQUESTS_MAX } from '../../../src/sandbox/control/request-journal.js'
import { startHarness } from '../harness.js'

interface List {
  requests: RequestSummary[]
}

t.test('each request of a terminal is kept, those of ours are not', async t => {
  const { sandbox, get, query } = await startHarness(t)
  const code = await sandbox.issueCode('zhang')
  await query(code)
  await query(code)
  await get('/sandbox/people')
  const { json } = await get<List>('/sandbox/requests')
  const { requests } = requestList.parse(json)
  t.match(requests, [
    { id: 1, transType: 'ec.query', code: 0, why: '', status: 200 },
    {
      id: 2,
      orgId: 'H35020319001',
      termId: '99000000000000000001',
      code: 501001,
      why: '二维码 Token 失效',
    },
  ])
  t.equal(requests.length, 2)
})

t.test('a list goes on where the last one ended', async t => {
  const { get, query } = await startHarness(t)
  for (let count = 0; count < 5; count++) await query('1')
  const ids = async (page: string) =>
    (await get<List>(`/sandbox/requests${page}`)).json.requests.map(
      ({ id }) => id,
    )
  t.strictSame(await ids('?limit=2'), [4, 5])
  t.strictSame(await ids('?after=0&limit=2'), [1, 2])
  t.strictSame(await ids('?after=2&limit=2'), [3, 4])
  t.strictSame(await ids('?after=5'), [])
  t.equal((await get('/sandbox/requests?limit=x')).status, 400)
})

t.test('a request is kept whole', async t => {
  const { get, query } = await startHarness(t)
  await query('1')
  const { json } = await get('/sandbox/requests/1')
  const whole = requestWhole.parse(json)
  t.match(whole.body.content, /"ecQrCode":"1"/)
  t.match(whole.said, /500159/)
  t.equal(whole.headers['content-type'], 'application/json')
  t.equal((await get('/sandbox/requests/2')).status, 404)
  t.equal((await get('/sandbox/requests/x')).status, 404)
})

t.test('a request is sent again as it was', async t => {
  const { sandbox, get, post, query } = await startHarness(t)
  await query(await sandbox.issueCode('zhang'))
  const again = await post<Replayed>('/sandbox/requests/1/replay', {})
  t.match(replayed.parse(again.json), { id: 2, status: 200 })
  t.match(JSON.parse(again.json.body), { code: 501001 }, 'the code is used')
  const second = requestWhole.parse((await get('/sandbox/requests/2')).json)
  const first = requestWhole.parse((await get('/sandbox/requests/1')).json)
  t.strictSame(second.body, first.body)
  t.equal((await post('/sandbox/requests/9/replay', {})).status, 404)
})

t.test('a request that is sent again may meet a fault', async t => {
  const { post, query } = await startHarness(t)
  await query('1')
  await post('/sandbox/faults', { fault: { cut: 'middle' }, count: 1 })
  const { json } = await post<Replayed>('/sandbox/requests/1/replay', {})
  t.match(json, { id: 2, status: 0 })
})

t.test('a list is as long as a screen, or as all that is kept', async t => {
  const { get, query } = await startHarness(t)
  for (let count = 0; count < 101; count++) await query('1')
  const { json } = await get<List>('/sandbox/requests')
  t.equal(json.requests.length, 100)
  t.equal(json.requests[0]?.id, 2, 'the latest')
  for (const [limit, status] of [
    [0, 400],
    [1, 200],
    [JOURNAL_REQUESTS_MAX, 200],
    [JOURNAL_REQUESTS_MAX + 1, 400],
  ]) {
    const listed = await get(`/sandbox/requests?limit=${limit}`)
    t.equal(listed.status, status, String(limit))
  }
})
