/**
 * What is wrong with a configuration, in sentences.
 * @module
 */
import { distance } from 'fastest-levenshtein'
import type { z } from 'zod'
import { type Locale, type TextKey, text } from '../texts/index.js'
import { configKeys } from './schema.js'

/** A longer value is cut in an error message. */
const VALUE_SHOWN_MAX = 40

type Issue = z.core.$ZodIssue

/** The file cannot be used; `problems` has one sentence for each fault. */
export class ConfigError extends Error {
  override name = 'ConfigError'
  readonly code = 'CONFIG_INVALID'

  constructor(
    readonly problems: readonly string[],
    readonly path: string,
  ) {
    super(problems.join('\n'))
  }
}

/** One sentence for each fault that `issue` of the schema stands for. */
export function describeIssue(
  issue: Issue,
  file: string,
  locale: Locale,
): string[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(name => {
      const path = [...issue.path, name]
      const names = { key: dotted(path), file, nearest: nearestKey(path) }
      return text('config.unknown', names, locale)
    })
  const facts = {
    key: dotted(issue.path),
    file,
    rule: describeRule(issue, locale),
  }
  if (issue.input === undefined) return [text('config.missing', facts, locale)]
  const value = describeValue(issue.input)
  return [text('config.invalid', { ...facts, value }, locale)]
}

function describeRule(issue: Issue, locale: Locale): string {
  switch (issue.code) {
    case 'invalid_type':
      return text(typeRule(issue.expected), {}, locale)
    case 'too_small':
      return text('config.rule.minimum', { n: `${issue.minimum}` }, locale)
    case 'too_big': {
      const characters = issue.origin === 'string'
      const key = characters ? 'config.rule.length' : 'config.rule.maximum'
      return text(key, { n: `${issue.maximum}` }, locale)
    }
    case 'invalid_value': {
      const values = issue.values.map(value => `"${String(value)}"`).join(', ')
      return text('config.rule.values', { values }, locale)
    }
    default:
      return text(issue.message as TextKey, {}, locale)
  }
}

function typeRule(expected: string): TextKey {
  if (expected === 'string') return 'config.rule.string'
  if (expected === 'int') return 'config.rule.whole-number'
  if (expected === 'number') return 'config.rule.number'
  return expected === 'array' ? 'config.rule.list' : 'config.rule.table'
}

/** As in the file, but short and without the password of a URL. */
function describeValue(value: unknown): string {
  if (Array.isArray(value)) return '[…]'
  if (typeof value === 'object' && !(value instanceof Date)) return '{…}'
  const whole = typeof value === 'number' ? `${value}` : JSON.stringify(value)
  const harmless = whole.replace(/\/\/.*@/, '//…@')
  if (harmless.length <= VALUE_SHOWN_MAX) return harmless
  return `${harmless.slice(0, VALUE_SHOWN_MAX)}…`
}

/** The known key whose last word, then whole name, is nearest to `path`. */
function nearestKey(path: PropertyKey[]): string {
  const name = path.filter(part => typeof part !== 'number').join('.')
  const far = (known: string) =>
    distance(lastWord(known), lastWord(name)) + distance(known, name)
  return [...configKeys].sort((a, b) => far(a) - far(b))[0] ?? ''
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1)
}

/** For instance `platforms[0].url`. */
function dotted(path: readonly PropertyKey[]): string {
  return path.reduce<string>((whole, part) => {
    if (typeof part === 'number') return `${whole}[${part}]`
    return whole ? `${whole}.${String(part)}` : String(part)
  }, '')
}
