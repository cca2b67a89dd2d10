import t from 'tap'
import { startHarness } from './harness.js'

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
