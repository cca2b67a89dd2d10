/**
 * What a settlement costs whom. The standard ends where the 医保信息系统 is
 * asked to settle (XJ-D01-2019, 6.4.2.2 c); shares and members here are ours,
 * named after those of the field.
 * @module
 */
import type { TokenOwner } from './books/token-book.js'

/** What is to be settled, for somebody whose token was checked. */
export interface Settlement {
  owner: TokenOwner
  orgId: string
  /** In yuan, as text with two digits of fen at most. */
  feeSumamt: string
  /** Where it is settled, two digits. */
  at: string
}

/** Who pays what, in yuan; the three parts are the whole. */
export interface Payment {
  setlId: string
  feeSumamt: string
  /** By the fund. */
  fundPay: string
  /** From the person's account. */
  psnAcctPay: string
  /** By the person. */
  ownPayAmt: string
  /** Where the person is insured. */
  insuOrg: string
}

/** Away from home the fund pays less. */
const FUND_PERCENT = { local: 70n, remote: 60n }
const ACCOUNT_PERCENT = 20n

/** The parts of `feeSumamt`; what does not divide is the person's. */
export function shares(
  feeSumamt: string,
  where: 'local' | 'remote',
): Pick<Payment, 'feeSumamt' | 'fundPay' | 'psnAcctPay' | 'ownPayAmt'> {
  const fen = fenOf(feeSumamt)
  const fund = (fen * FUND_PERCENT[where]) / 100n
  const account = (fen * ACCOUNT_PERCENT) / 100n
  return {
    feeSumamt: yuan(fen),
    fundPay: yuan(fund),
    psnAcctPay: yuan(account),
    ownPayAmt: yuan(fen - fund - account),
  }
}

function fenOf(amount: string): bigint {
  const [yuan = '', fen = ''] = amount.split('.')
  return BigInt(yuan + fen.padEnd(2, '0'))
}

function yuan(fen: bigint): string {
  return `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`
}
