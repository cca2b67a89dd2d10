import t from 'tap'
import { QUERY, queryFor, requestFor, startHarness } from '../harness.js'

t.test('another transType is refused before its data are read', async t => {
  const { post } = await startHarness(t)
  const { json } = await post(QUERY, {
    ...queryFor(''),
    transType: 'EC.QUERY',
    data: {},
  })
  t.equal(json.code, -2)
  t.match(json.message, 'transType')
})

t.test('any prefix leads to the same place', async t => {
  const { sandbox, post } = await startHarness(t)
  for (const prefix of ['/test', '/cherry/common', '/localcfc/api/hsecfc']) {
    const body = queryFor(await sandbox.issueCode('zhang'))
    t.equal((await post(prefix + QUERY, body)).json.code, 0, prefix)
  }
  const body = queryFor(await sandbox.issueCode('zhang'))
  t.equal((await post(`/x?y=${QUERY}`, body)).json.code, -5, 'no query')
})

t.test('only a notice of the Alipay boxes has no orgId', async t => {
  const { post } = await startHarness(t)
  for (const [transType, code] of [
    ['ec.query', /缺少 orgId，/],
    ['cn.nhsa.settle.notify', /缺少 orgId，/],
    ['iot.medical.settle.notify', /缺少 data\.outBizNo，/],
  ] as const) {
    const { orgId, ...body } = requestFor(transType, {})
    t.match((await post(QUERY, body)).json, { code: -2, message: code })
    const blank = { ...body, orgId: ' ' }
    t.match((await post(QUERY, blank)).json, { code: -2, message: code })
  }
})
