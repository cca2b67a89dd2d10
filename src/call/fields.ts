/**
 * Fields checked against the tables of XJ-D01-2019.
 * @module
 */
import { Failure } from '../failure.js'
import type { JsonObject } from './in-data.js'

/** One row of a table: name, longest text in characters, whether required. */
export interface Field {
  name: string
  max: number
  required: boolean
}

/**
 * Checks `object` against `fields` and returns it with numbers turned into
 * text, as callers in the field send them. What the table does not name stays.
 * null and "" count as missing.
 *
 * Fails with field-missing, field-type or field-too-long; `clause` names the
 * table.
 */
export function checkFields(
  object: JsonObject,
  fields: readonly Field[],
  clause: string,
): JsonObject {
  const checked = { ...object }
  for (const field of fields) {
    const value = object[field.name] ?? ''
    if (value === '') {
      if (!field.required) continue
      throw new Failure('field-missing', { field: field.name, clause })
    }
    checked[field.name] = checkText(value, field, clause)
  }
  return checked
}

function checkText(value: unknown, field: Field, clause: string): string {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string') {
    throw new Failure('field-type', { field: field.name, clause })
  }
  if ([...text].length > field.max) {
    const { name, max } = field
    throw new Failure('field-too-long', { field: name, limit: max, clause })
  }
  return text
}
