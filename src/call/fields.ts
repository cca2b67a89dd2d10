/**
 * Fields checked against the tables of XJ-D01-2019, or what the field sends.
 * @module
 */
import { Failure } from '../failure.js'
import type { JsonObject } from './in-data.js'

/** One row of a table. */
export interface Field {
  name: string
  /** The longest text, in characters. */
  max: number
  /** Whether it must be there, or only where another field has a value. */
  required: boolean | { where: string; is: string }
  /** The only values there are. */
  values?: readonly string[]
  /** Whether the dictionary has the value; one that it lacks is no fault. */
  listed?: (value: string) => boolean
}

/**
 * Checks `object` against `fields` and returns it with numbers turned into
 * text, as callers in the field send them. What the table does not name stays.
 * null and "" count as missing.
 *
 * Fails with field-missing, field-type, field-too-long or field-value;
 * `clause` says where the fields are laid down.
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
      if (!isRequired(field, object)) continue
      throw new Failure('field-missing', { field: field.name, clause })
    }
    checked[field.name] = checkText(value, field, clause)
  }
  return checked
}

/** The names of those `fields` whose value no table of the dictionary has. */
export function unlistedFields(
  checked: JsonObject,
  fields: readonly Field[],
): string[] {
  return fields
    .filter(({ name, listed }) => {
      const value = checked[name]
      return listed && typeof value === 'string' && value && !listed(value)
    })
    .map(({ name }) => name)
}

function isRequired({ required }: Field, object: JsonObject): boolean {
  if (typeof required === 'boolean') return required
  return object[required.where] === required.is
}

function checkText(value: unknown, field: Field, clause: string): string {
  const { name, max, values } = field
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string') {
    throw new Failure('field-type', { field: name, clause })
  }
  if ([...text].length > max) {
    throw new Failure('field-too-long', { field: name, limit: max, clause })
  }
  if (values && !values.includes(text)) {
    const known = values.join(', ')
    throw new Failure('field-value', { field: name, known, clause })
  }
  return text
}
