/**
 * What is sent to the platform: the request, what was read, and who asks.
 * @module
 */
import type { JsonObject } from './in-data.js'
import type { Request } from './request.js'
import type { Identity, Reading } from './rooms.js'

/**
 * The body for `request`. What the terminal itself knows stands above what the
 * caller wrote, so that no caller passes for another terminal or person.
 */
export function writeBody(
  request: Request,
  reading: Reading | undefined,
  identity: Identity | undefined,
): JsonObject {
  const { orgId, transaction, data, extra } = request
  if (transaction.bare) return onlyFields(data, transaction.fields)
  const { transType } = transaction
  const filled = { ...data, ...reading?.fields, ...identity?.fields }
  return { ...(orgId && { orgId }), transType, data: filled, extra }
}

function onlyFields(data: JsonObject, fields: readonly { name: string }[]) {
  return Object.fromEntries(fields.map(({ name }) => [name, data[name]]))
}
