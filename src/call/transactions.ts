/**
 * The transaction types, one row each. A new type is a new row.
 * @module
 */
import { Failure } from '../failure.js'
import type { Field } from './fields.js'

/** What the call must know of a transaction type. */
export interface Transaction {
  transType: string
  /** The table of XJ-D01-2019 that its data is checked against. */
  clause: string
  fields: readonly Field[]
}

/**
 * Table B.3 without what the terminal itself fills in: ecQrCode, termId,
 * termIp. businessType: the table says 3 characters, its codes have 5 (C.1).
 */
const ecQuery: Transaction = {
  transType: 'ec.query',
  clause: 'B.3',
  fields: [
    { name: 'orgId', max: 40, required: true },
    { name: 'businessType', max: 5, required: true },
    { name: 'operatorId', max: 20, required: true },
    { name: 'operatorName', max: 30, required: true },
    { name: 'officeId', max: 20, required: false },
    { name: 'officeName', max: 30, required: false },
  ],
}

const transactions = new Map([[ecQuery.transType, ecQuery]])

/** What a bare {ecToken, …} without a transType asks for. */
export const TOKEN_CHECK = 'localEcTokenCheck'

/** Types that the field calls and that have no row yet. */
const later = new Set([
  TOKEN_CHECK,
  'cn.nhsa.qrcode.get',
  'cn.nhsa.ec.auth',
  'cn.nhsa.auth.check',
  'cn.nhsa.cert.get',
  'cn.nhsa.settle.notify',
  'iot.gain.ec.qrcode',
  'iot.medical.settle.notify',
])

/** The row of `transType`; fails with trans-type-unknown or -later. */
export function transactionOf(transType: string): Transaction {
  const transaction = transactions.get(transType)
  if (transaction) return transaction
  const known = [...transactions.keys()].join(', ')
  throw later.has(transType)
    ? new Failure('trans-type-later', { transType, known })
    : new Failure('trans-type-unknown', { known })
}
