/**
 * From InData to a request that may be scanned for and sent.
 * @module
 */
import { Failure } from '../failure.js'
import { checkFields, type Field } from './fields.js'
import { asObject, type JsonObject, readInData } from './in-data.js'
import { TOKEN_CHECK, type Transaction, transactionOf } from './transactions.js'

/** A checked request, before the terminal has added its part. */
export interface Request {
  orgId: string
  transaction: Transaction
  data: JsonObject
  extra: unknown
  repairs: string[]
}

const ORG_ID: Field = { name: 'orgId', max: 40, required: true }
const TRANS_TYPE: Field = { name: 'transType', max: 40, required: true }
const TABLE_OF_OUTER = 'B.1'

/**
 * Reads and checks InData against table B.1 and the type's own. Some callers
 * give orgId only in `data` or only outside: either serves both, and
 * `defaultOrgId` serves where there is neither.
 *
 * Fails with a Failure of code -2 that names the field.
 */
export function readRequest(
  inData: string | undefined,
  defaultOrgId = '',
): Request {
  if (inData === undefined) throw new Failure('no-charset')
  const { object, repairs } = readInData(inData)
  const transaction = transactionOf(transTypeOf(object))
  const given = asObject(object.data ?? {}, 'data')
  const outer = checkFields(
    { orgId: object.orgId || given.orgId || defaultOrgId },
    [ORG_ID],
    TABLE_OF_OUTER,
  )
  const data = checkFields(
    { ...given, orgId: given.orgId || outer.orgId },
    transaction.fields,
    transaction.clause,
  )
  const { extra = null } = object
  return { orgId: String(outer.orgId), transaction, data, extra, repairs }
}

function transTypeOf(object: JsonObject): string {
  if (!object.transType && object.ecToken) return TOKEN_CHECK
  return String(checkFields(object, [TRANS_TYPE], TABLE_OF_OUTER).transType)
}
