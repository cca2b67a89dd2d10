import t from 'tap'
import { startHarness } from '../harness.js'

t.test('health is one call away', async t => {
  const { get } = await startHarness(t)
  t.strictSame((await get('/sandbox/health')).json, { ok: true })
})

t.test('each province has its address, and keys of its own', async t => {
  const { get, post, sandbox } = await startHarness(t)
  const { json } = await get<{
    provinces: { digits: string; prefix: string }[]
  }>('/sandbox/platforms')
  t.strictSame(
    json.provinces.map(({ digits }) => digits),
    ['13', '35', '43', '65'],
  )
  for (const { digits, prefix } of json.provinces) {
    const path = `${prefix}/localcfc/api/hsecfc/localQrCodeQuery`
    t.equal((await post(path, {})).json.code, -2, 'somebody is there')
    t.ok(sandbox.keysOf(digits))
  }
  const apps = json.provinces.map(
    ({ digits }) => sandbox.keysOf(digits).party.appId,
  )
  t.equal(new Set(apps).size, apps.length)
  t.throws(() => sandbox.keysOf('51'), { message: /51/ })
})

t.test('a prefix of the field may stand before the province’s', async t => {
  const { post } = await startHarness(t)
  const path = '/test/province/43/localcfc/api/hsecfc/localQrCodeQuery'
  t.equal((await post(path, {})).json.code, -2)
  const nowhere = '/province/51/localcfc/api/hsecfc/localQrCodeQuery'
  t.equal((await post(nowhere, {})).json.code, -5)
})

t.test('beyond the limit of a terminal the answer is -6', async t => {
  const { post, advance, query, sandbox } = await startHarness(t)
  const limit = (digits: string, perSecond: number | null) =>
    post(`/sandbox/platforms/${digits}/limit`, { perSecond })
  const codes = async (count: number) => {
    const asked = Array.from({ length: count }, async () =>
      query(await sandbox.issueCode('zhang')),
    )
    return (await Promise.all(asked)).map(({ json }) => json.code).sort()
  }
  await limit('43', 0)
  t.strictSame(await codes(3), [0, 0, 0], 'another province')
  t.match((await limit('13', 2)).json, { digits: '13', perSecond: 2 })
  advance(1000)
  t.strictSame(await codes(3), [-6, 0, 0])
  advance(1000)
  t.strictSame(await codes(2), [0, 0], 'the next second')
  await limit('13', null)
  t.strictSame(await codes(3), [0, 0, 0])
  t.match((await limit('99', 1)).json, { code: 500053 })
  t.match((await limit('13', -1)).json, { code: -2 })
})
