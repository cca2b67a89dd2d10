/**
 * The sentences of the catalogue, in the language of the page.
 * @module
 */
import type { ConsoleTextKey } from '../../../texts/console.js'
import { byId } from './dom.js'

const texts: Record<string, string> = JSON.parse(
  byId('texts').textContent ?? '{}',
)

export const locale = document.documentElement.lang

/** The sentence for `key`, its {name}s filled from `parameters`. */
export function say(
  key: ConsoleTextKey,
  parameters: Record<string, string | number> = {},
): string {
  const sentence = texts[key] ?? key
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(parameters[name] ?? whole),
  )
}

/** The sentence for a key that is put together; undefined for none. */
export function sayAny(key: string): string | undefined {
  return texts[key]
}

/** Hours, minutes and seconds of `at`, in milliseconds since 1970. */
export function timeOfDay(at: number): string {
  return new Date(at).toLocaleTimeString(locale, { hour12: false })
}

/** `at` with its day. */
export function dateAndTime(at: number): string {
  const day = new Date(at).toLocaleDateString(locale, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return `${day} ${timeOfDay(at)}`
}
