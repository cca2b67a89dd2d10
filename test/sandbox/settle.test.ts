import fc from 'fast-check'
import t from 'tap'
import { shares } from '../../src/sandbox/settle.js'

t.test('the parts are the whole, to the fen', async t => {
  const fen = (amount: string) => BigInt(amount.replace('.', ''))
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }),
      fc.constantFrom('local' as const, 'remote' as const),
      (total, where) => {
        const text = String(total).padStart(3, '0')
        const amount = `${text.slice(0, -2)}.${text.slice(-2)}`
        const { feeSumamt, fundPay, psnAcctPay, ownPayAmt } = shares(
          amount,
          where,
        )
        const parts = fen(fundPay) + fen(psnAcctPay) + fen(ownPayAmt)
        return parts === total && fen(feeSumamt) === total
      },
    ),
  )
  t.pass()
})

t.test('yuan may come without fen, or with one digit', async t => {
  t.match(shares('12', 'local'), { feeSumamt: '12.00', fundPay: '8.40' })
  t.match(shares('12.3', 'remote'), { feeSumamt: '12.30', fundPay: '7.38' })
  t.match(shares('0', 'remote'), { ownPayAmt: '0.00' })
})
