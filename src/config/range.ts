/**
 * What a key may be and what it is by default, read from the schema.
 * @module
 */
import { z } from 'zod'
import { type Locale, text } from '../texts/index.js'
import { type ConfigKey, configSchema } from './schema.js'

type Rules = z.core.JSONSchema.BaseSchema

const whole: Rules = z.toJSONSchema(configSchema, { io: 'input' })

/** For instance `1 to 3650. Default: 90`. */
export function describeRange(key: ConfigKey, locale: Locale): string {
  const rules = key.split('.').reduce(inside, whole)
  const value = JSON.stringify(rules.default)
  const last = value
    ? text('config.default', { value }, locale)
    : text('config.no-default', {}, locale)
  return allowed(rules, locale) + last
}

/** The rules of `name` in a table, or in each entry of a list of tables. */
function inside(rules: Rules, name: string): Rules {
  const entry = typeof rules.items === 'object' ? rules.items : rules
  const found = 'properties' in entry ? entry.properties?.[name] : undefined
  return typeof found === 'object' ? found : {}
}

function allowed(rules: Rules, locale: Locale): string {
  const { minimum, maximum, maxLength: n } = rules
  if (rules.enum) {
    const values = rules.enum.map(value => JSON.stringify(value)).join(', ')
    return text('config.values', { values }, locale)
  }
  if (minimum !== undefined && maximum !== undefined)
    return text('config.range', { minimum, maximum }, locale)
  return n === undefined ? '' : text('config.length', { n }, locale)
}
