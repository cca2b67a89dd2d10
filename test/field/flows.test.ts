/**
 * Flows 6.3 to 6.5 of XJ-D01-2019 from the scan on: a gun reads the code that
 * a person shows, a program hears of it through the library, and asks the
 * library again whether the token is good.
 * @module
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { Agent, request } from 'undici'
import { QUERY, TOKEN_CHECK } from '../sandbox/harness.js'
import { parse } from './callers.js'
import { startField } from './harness.js'

const field = await startField(t)
const { sandbox } = field
const ca = readFileSync(join(field.folder, 'sandbox', 'certificate.pem'))
const dispatcher = new Agent({ connect: { ca } })
t.teardown(() => dispatcher.destroy())

/** What a phone, or the business system of a province, is answered. */
async function post(path: string, body: object) {
  const { body: answer } = await request(sandbox.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    dispatcher,
  })
  return (await answer.json()) as { code: string; data: object }
}

const at = (province: string) => `/province/${province}`

/** A call at a counter of `province` that is shown the code of `order`. */
async function scan(order: object, province: string) {
  const { code } = await post('/sandbox/codes', order)
  const strUrl = sandbox.url + at(province) + QUERY
  const call = field.call({ strUrl })
  await call.reached('armed')
  await field.scanner.scan(code)
  const seen = await call.seen
  return { returned: seen.returned, answer: parse(seen) }
}

/** Whether the token of a scan is good, asked through the library. */
async function check(data: Record<string, unknown>, province: string) {
  const { ecToken, idType, idNo, userName } = data
  const claim = { ecToken, idType, idNo, userName }
  const strUrl = sandbox.url + at(province) + TOKEN_CHECK
  const seen = await field.call({ strUrl, inData: JSON.stringify(claim) }).seen
  t.equal(seen.returned, '0000')
  return { claim, ...parse(seen) }
}

const bill = { orgId: 'H13010000001', feeSumamt: '112.30' }
const SETTLE = '/localcfc/api/hsecfc/settle'

t.test('6.3: a business, corrected where the data had changed', async t => {
  t.match(await scan({ person: 'wang' }, '13'), {
    returned: '0000',
    answer: { code: 0, data: { userName: '王秀英', insuOrg: '430000' } },
  })
  await post('/sandbox/people/wang/move', { to: '430500' })
  const stale = await scan({ person: 'wang' }, '13')
  t.match(stale, { returned: '500023', answer: { code: 500023 } })
  t.match(stale.answer.message, '重新展示二维码')
  t.match(await scan({ person: 'wang' }, '13'), {
    answer: { code: 0, data: { insuOrg: '430500' } },
  })
})

t.test('6.4: scanned, verified and settled where one is insured', async t => {
  const { answer } = await scan({ person: 'zhang' }, '13')
  const { claim, data } = await check(answer.data, '13')
  t.match(data, { flag: 1, insuOrg: '130300' })
  t.match(await post(at('13') + SETTLE, { ...claim, ...bill }), {
    code: 0,
    data: { fundPay: '78.61', psnAcctPay: '22.46', ownPayAmt: '11.23' },
  })
})

t.test('6.5: shown in one province, scanned in another', async t => {
  const order = { person: 'ji', province: '65' }
  const { answer } = await scan(order, '43')
  t.match(answer, { code: 0, data: { userName: '𠮷小川' } })
  const { claim, data } = await check(answer.data, '43')
  t.match(data, { flag: 1, insuOrg: '350200' })
  t.match(await post(at('43') + SETTLE, { ...claim, ...bill }), {
    code: 0,
    data: { setlId: /^350000/, fundPay: '67.38', ownPayAmt: '22.46' },
  })
  const other = { ...answer.data, userName: '张三' }
  t.match((await check(other, '43')).data, { flag: 0 })
})
