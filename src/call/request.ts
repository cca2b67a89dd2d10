/**
 * From InData to a request that may be read for and sent.
 * @module
 */
import { Failure } from '../failure.js'
import { checkFields, type Field, unlistedFields } from './fields.js'
import { asObject, type JsonObject, readInData } from './in-data.js'
import type { ReaderName } from './rooms.js'
import { TOKEN_CHECK, type Transaction, transactionOf } from './transactions.js'

/** A checked request, before the terminal has added its part. */
export interface Request {
  /** Empty where none is known and none is needed. */
  orgId: string
  transaction: Transaction
  data: JsonObject
  extra: unknown
  /** What is to be read at the terminal; of several, what comes first. */
  reads: readonly ReaderName[]
  /** What may be told of it in clear. */
  facts: Record<string, string>
}

const ORG_ID: Field = { name: 'orgId', max: 40, required: true }
const TRANS_TYPE: Field = { name: 'transType', max: 40, required: true }
const TABLE_OF_OUTER = 'XJ-D01-2019 B.1'

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
  const { transType, fields, clause } = transaction
  const given = isBare(object) ? object : asObject(object.data ?? {}, 'data')
  const orgId = checkOrgId(
    object.orgId || given.orgId || defaultOrgId,
    transaction,
  )
  const own = fields.some(({ name }) => name === ORG_ID.name)
  const whole = own ? { ...given, orgId: given.orgId || orgId } : given
  const data = checkFields(whole, fields, clause)
  const unlisted = unlistedFields(data, fields)
  const facts = {
    ...(orgId && { orgId }),
    transType,
    ...(repairs.length > 0 && { repairs: repairs.join(', ') }),
    ...(unlisted.length > 0 && { unlisted: unlisted.join(', ') }),
  }
  const { extra = null } = object
  const reads = transaction.reads(data)
  return { orgId, transaction, data, extra, reads, facts }
}

/** Programs ask for a token's check with its fields and nothing around them. */
function isBare(object: JsonObject): boolean {
  return !object.transType && Boolean(object.ecToken)
}

function transTypeOf(object: JsonObject): string {
  if (isBare(object)) return TOKEN_CHECK
  return String(checkFields(object, [TRANS_TYPE], TABLE_OF_OUTER).transType)
}

function checkOrgId(orgId: unknown, { ofInstitution }: Transaction): string {
  const field = { ...ORG_ID, required: ofInstitution }
  return String(checkFields({ orgId }, [field], TABLE_OF_OUTER).orgId ?? '')
}
