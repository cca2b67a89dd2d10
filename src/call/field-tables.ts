/**
 * What callers give for each transaction type: XJ-D01-2019 where it has a
 * table, else what programs of the field send and their sources say of it.
 * @module
 */
import { businessType } from '../dictionary/business-types.js'
import { idType } from '../dictionary/id-types.js'
import type { Field } from './fields.js'

/** Longer than any text that was seen, for fields without a known limit. */
const TEXT_MAX = 200
/** 13 digits of yuan, a point and two of fen. */
const AMOUNT_MAX = 16
/** As the sources of ec.auth say. */
const OUT_BIZ_NO_MAX = 64
/** 28 characters in every sample. */
const AUTH_NO_MAX = 64

const orgId = required('orgId', 40)
const operator = [required('operatorId', 20), required('operatorName', 30)]
const outBizNo = required('outBizNo', OUT_BIZ_NO_MAX)

/** The tables say 3 characters; the codes of table C.1 have 5. */
const business: Field = {
  ...required('businessType', 5),
  listed: code => businessType(code) !== undefined,
}

/** Table B.3 without what the terminal fills in: ecQrCode, termId, termIp. */
export const ecQueryFields: readonly Field[] = [
  orgId,
  business,
  ...operator,
  optional('officeId', 20),
  optional('officeName', 30),
]

/** Table A.6. */
export const tokenCheckFields: readonly Field[] = [
  required('ecToken', 64),
  { ...required('idType', 2), listed: code => idType(code) !== undefined },
  required('idNo', 22),
  required('userName', 50),
]

/** Every request of the cn.nhsa types, save the notice. */
export const windowFields: readonly Field[] = [
  orgId,
  business,
  ...operator,
  required('officeId', 20),
  required('officeName', 30),
  optional('deviceType', 30),
]

export const ecAuthFields: readonly Field[] = [...windowFields, outBizNo]

export const authCheckFields: readonly Field[] = [
  ...ecAuthFields,
  required('authNo', AUTH_NO_MAX),
]

export const gainFields: readonly Field[] = [
  ...ecQueryFields,
  { ...required('gainWay', 6), values: ['MOBILE', 'FACE', 'ALL'] },
  outBizNo,
]

const settleState: Field = {
  ...required('medicalSettleState', 7),
  values: ['SUCCESS', 'FAIL'],
}
const totalFee = required('totalFee', AMOUNT_MAX)

/**
 * What a terminal is told of a settlement that was not paid on it. Many send
 * less than the sources list, so only what names the settlement must be there.
 */
export const settleNotifyFields: readonly Field[] = [
  orgId,
  outBizNo,
  settleState,
  ...operator,
  totalFee,
  {
    ...required('medicalSettleNo', TEXT_MAX),
    required: { where: 'medicalSettleState', is: 'SUCCESS' },
  },
  ...texts('authNo', 'bizType', 'idNo', 'userName', 'setlTime'),
  ...texts('hospitalName', 'officeId', 'officeName', 'doctorName'),
  ...amounts('ownAmt', 'hifAmt', 'acctAmt', 'hifpAmt', 'hifmiAmt'),
  ...amounts('cvlservAmt', 'maAmt', 'hosPreAmt', 'medOverLmtAmt', 'mafAmt'),
  ...amounts('cvlservDedcAmt', 'balance'),
]

/** The same of the Alipay boxes; no institution in it. */
export const medicalSettleNotifyFields: readonly Field[] = [
  required('bizType', TEXT_MAX),
  settleState,
  ...operator,
  outBizNo,
  totalFee,
  ...amounts('selfFee', 'medicalFee'),
]

function required(name: string, max: number): Field {
  return { name, max, required: true }
}

function optional(name: string, max: number): Field {
  return { name, max, required: false }
}

function texts(...names: string[]): Field[] {
  return names.map(name => optional(name, TEXT_MAX))
}

function amounts(...names: string[]): Field[] {
  return names.map(name => optional(name, AMOUNT_MAX))
}
