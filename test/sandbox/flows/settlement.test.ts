/** XJ-D01-2019, 6.4 and 6.5: 本地扫码结算, 异地就医结算. */
import t from 'tap'
import { TOKEN_LIFE_MS } from '../../../src/sandbox/books/token-book.js'
import { claimOf, startFlow } from './flow.js'

const bill = { orgId: 'H13010000001', feeSumamt: '100.01' }

t.test('6.4: scanned, verified and settled where one is insured', async t => {
  const { show, scan, checkToken, settle } = await startFlow(t)
  const claim = claimOf(await scan(await show({ person: 'zhang' })))
  t.match(await checkToken(claim), { code: 0, data: { flag: 1 } })
  t.match(await settle({ ...claim, ...bill }), {
    code: 0,
    data: {
      setlId: /^130000[0-9a-f]{24}$/,
      feeSumamt: '100.01',
      fundPay: '70.00',
      psnAcctPay: '20.00',
      ownPayAmt: '10.01',
      insuOrg: '130300',
    },
  })
})

t.test('6.5: shown elsewhere, settled elsewhere, paid at home', async t => {
  const { show, scan, checkToken, settle } = await startFlow(t)
  const code = await show({ person: 'ji', province: '65' })
  const claim = claimOf(await scan(code, '43'))
  t.match(claim.ecToken, /^650000ec/, 'given by who decoded the code')
  for (const province of ['43', '65', '13'])
    t.match(await checkToken(claim, province), { data: { flag: 1 } })
  t.match(await settle({ ...claim, ...bill }, '43'), {
    code: 0,
    data: {
      setlId: /^350000/,
      fundPay: '60.00',
      psnAcctPay: '20.00',
      ownPayAmt: '20.01',
      insuOrg: '350200',
    },
  })
})

t.test('a token that is not good settles nothing', async t => {
  const { show, scan, checkToken, settle, advance } = await startFlow(t)
  const right = claimOf(await scan(await show({ person: 'ji' })))
  for (const wrong of [
    { idNo: '11010519491231002X' },
    { userName: '王秀英' },
    { ecToken: `${right.ecToken}x` },
    { ecToken: `510000ec${'0'.repeat(30)}` },
  ]) {
    const claim = { ...right, ...wrong }
    t.match(await checkToken(claim, '65'), { code: 0, data: { flag: 0 } })
    t.match(await settle({ ...claim, ...bill }, '65'), { code: 501001 })
  }
  advance(TOKEN_LIFE_MS + 1)
  t.match(await settle({ ...right, ...bill }), { code: 501001 })
})

t.test('a bill is an amount in yuan', async t => {
  const { show, scan, settle } = await startFlow(t)
  const claim = claimOf(await scan(await show({ person: 'zhang' })))
  for (const feeSumamt of ['', '12,30', '-1', '1.234', 12.3, null])
    t.match(await settle({ ...claim, ...bill, feeSumamt }), {
      code: -2,
      message: /feeSumamt/,
    })
  const zero = await settle({ ...claim, ...bill, feeSumamt: '0' })
  t.match(zero, { code: 0, data: { ownPayAmt: '0.00' } })
  const large = { ...bill, feeSumamt: '9999999999999.99' }
  t.match(await settle({ ...claim, ...large }), {
    data: {
      fundPay: '6999999999999.99',
      psnAcctPay: '1999999999999.99',
      ownPayAmt: '1000000000000.01',
    },
  })
})
