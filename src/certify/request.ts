/**
 * InData as a program of the field writes it.
 * @module
 */

/** Nobody's institution: 99 is no region. */
export const ORG_ID = 'P99000000001'

/** The fields of table B.3 that a pharmacy gives. */
const DATA = {
  businessType: '02121',
  operatorId: '001',
  operatorName: '收费员甲',
  officeId: '01',
  officeName: '西药房',
}

export interface InDataParts {
  orgId?: string
  transType?: string
  /** More fields of data, or others; undefined takes one out. */
  data?: Record<string, unknown>
  /** Undefined leaves it out. */
  extra?: unknown
}

/** A whole InData (table B.1), with ec.query of a pharmacy as what it asks. */
export function inDataOf(parts: InDataParts = {}): Record<string, unknown> {
  const { orgId = ORG_ID, transType = 'ec.query', data } = parts
  const extra = 'extra' in parts ? parts.extra : {}
  return { orgId, transType, data: { orgId, ...DATA, ...data }, extra }
}

/** As {@link inDataOf}, without a character outside ASCII. */
export function asciiInData(): Record<string, unknown> {
  const data = { operatorName: 'cashier 1', officeName: 'pharmacy' }
  return inDataOf({ data })
}

/** A settlement that was not paid at this terminal. */
export function settleNotice(
  outBizNo: string,
  state: 'SUCCESS' | 'FAIL',
  orgId = ORG_ID,
): Record<string, unknown> {
  return inDataOf({
    orgId,
    transType: 'cn.nhsa.settle.notify',
    data: {
      outBizNo,
      medicalSettleState: state,
      ...(state === 'SUCCESS' && { medicalSettleNo: `S${outBizNo}` }),
      totalFee: '12.30',
    },
  })
}
