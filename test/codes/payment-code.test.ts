import t from 'tap'
import { isPaymentCode } from '../../src/codes/payment-code.js'

const zeros = (count: number) => '0'.repeat(count)

t.test('the codes of WeChat, Alipay and UnionPay are known', async t => {
  for (const code of [
    `10${zeros(16)}`,
    `15${zeros(16)}`,
    `25${zeros(14)}`,
    `30${zeros(22)}`,
    `62${zeros(17)}`,
  ])
    t.ok(isPaymentCode(code), code)
})

t.test('their neighbours are not', async t => {
  for (const code of [
    `16${zeros(16)}`,
    `10${zeros(15)}`,
    `24${zeros(14)}`,
    `31${zeros(14)}`,
    `25${zeros(13)}`,
    `25${zeros(23)}`,
    `62${zeros(16)}`,
  ])
    t.notOk(isPaymentCode(code), code)
})
