/**
 * An explanation in the words of a person.
 * @module
 */
import { type Locale, text } from '../texts/index.js'
import type { Explanation } from './explain.js'

/** What was done in place of the rule, a sentence each; empty where nothing
 * was found. */
export function slipsOf(
  { variants, hidden, dialect }: Explanation,
  locale: Locale,
): string[] {
  const other = dialect === 'A' ? 'B' : 'A'
  const slips = variants.map(name =>
    text(`envelope.variant.${name}`, { other }, locale),
  )
  if (hidden) slips.push(text(`envelope.hidden.${hidden}`, {}, locale))
  return slips
}
