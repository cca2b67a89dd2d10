/**
 * The transaction types, one row each. A new type is a new row.
 * @module
 */
import { Failure } from '../failure.js'
import {
  authCheckFields,
  ecAuthFields,
  ecQueryFields,
  gainFields,
  medicalSettleNotifyFields,
  settleNotifyFields,
  tokenCheckFields,
  windowFields,
} from './field-tables.js'
import type { Field } from './fields.js'
import type { JsonObject } from './in-data.js'
import {
  checkedToken,
  faceAuthorisation,
  notice,
  person,
  type ReplyField,
} from './reply-shape.js'
import type { ReaderName } from './rooms.js'

/** What the call must know of a transaction type. */
export interface Transaction {
  transType: string
  /** Where its fields are laid down; its own name where only practice is. */
  clause: string
  /** What the caller gives. */
  fields: readonly Field[]
  /** What is read at the terminal; of several, whichever comes first. */
  reads(data: JsonObject): readonly ReaderName[]
  /** Whether its fields are all that is sent: no orgId, no terminal. */
  bare: boolean
  /** Whether it must be known which institution asks. */
  ofInstitution: boolean
  /** Whether doing it twice is the same as doing it once. */
  repeatable: boolean
  /** What an answer with code 0 has in its data. */
  reply: readonly ReplyField[]
}

/** What a bare {ecToken, …} without a transType asks for. */
export const TOKEN_CHECK = 'localEcTokenCheck'

const code = (): ReaderName[] => ['code']
const face = (): ReaderName[] => ['face']
const card = (): ReaderName[] => ['card']
const nothing = (): ReaderName[] => []

const GAIN_WAYS: Record<string, readonly ReaderName[]> = {
  MOBILE: ['code'],
  FACE: ['face'],
  ALL: ['code', 'face'],
}

/** Sent by a terminal for an institution; what it uses up is used up. */
const usual = { bare: false, ofInstitution: true, repeatable: false }

const transactions: readonly Transaction[] = [
  {
    ...usual,
    transType: 'ec.query',
    clause: 'XJ-D01-2019 B.3',
    fields: ecQueryFields,
    reads: code,
    reply: person,
  },
  {
    transType: TOKEN_CHECK,
    clause: 'XJ-D01-2019 A.6',
    fields: tokenCheckFields,
    reads: nothing,
    bare: true,
    ofInstitution: false,
    repeatable: true,
    reply: checkedToken,
  },
  {
    ...usual,
    transType: 'cn.nhsa.qrcode.get',
    clause: 'cn.nhsa.qrcode.get',
    fields: windowFields,
    reads: code,
    reply: person,
  },
  {
    ...usual,
    transType: 'cn.nhsa.ec.auth',
    clause: 'cn.nhsa.ec.auth',
    fields: ecAuthFields,
    reads: face,
    reply: faceAuthorisation,
  },
  {
    ...usual,
    transType: 'cn.nhsa.auth.check',
    clause: 'cn.nhsa.auth.check',
    fields: authCheckFields,
    reads: nothing,
    reply: person,
  },
  {
    ...usual,
    transType: 'cn.nhsa.cert.get',
    clause: 'cn.nhsa.cert.get',
    fields: windowFields,
    reads: card,
    reply: person,
  },
  {
    ...usual,
    transType: 'cn.nhsa.settle.notify',
    clause: 'cn.nhsa.settle.notify',
    fields: settleNotifyFields,
    reads: nothing,
    repeatable: true,
    reply: notice,
  },
  {
    ...usual,
    transType: 'iot.gain.ec.qrcode',
    clause: 'iot.gain.ec.qrcode',
    fields: gainFields,
    reads: ({ gainWay }) => GAIN_WAYS[String(gainWay)] ?? [],
    reply: person,
  },
  {
    ...usual,
    transType: 'iot.medical.settle.notify',
    clause: 'iot.medical.settle.notify',
    fields: medicalSettleNotifyFields,
    reads: nothing,
    ofInstitution: false,
    repeatable: true,
    reply: notice,
  },
]

const byType = new Map(transactions.map(row => [row.transType, row]))

/** The row of `transType`; fails with trans-type-unknown. */
export function transactionOf(transType: string): Transaction {
  const transaction = byType.get(transType)
  if (transaction) return transaction
  const known = [...byType.keys()].join(', ')
  throw new Failure('trans-type-unknown', { known })
}
