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

export const OUTCOMES = [
  'right',
  'explained',
  'unexplained',
  'busy',
  'slow',
] as const

/** What became of the question what was done in place of the rule. */
export type Outcome = (typeof OUTCOMES)[number]

export function outcomeOf({ right, variants, unsought }: Explanation): Outcome {
  if (right) return 'right'
  if (unsought) return unsought.why
  return variants.length > 0 ? 'explained' : 'unexplained'
}

/** Why that question is open, and what helps; '' where it is not. */
export function openSentence(explanation: Explanation, locale: Locale): string {
  const outcome = outcomeOf(explanation)
  if (outcome === 'right' || outcome === 'explained') return ''
  return text(`envelope.${outcome}`, { ...explanation.unsought }, locale)
}
