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

/** Such as 09:05:00, of `at` in milliseconds since 1970. */
export function timeOfDay(at: number): string {
  const time = new Date(at)
  return [time.getHours(), time.getMinutes(), time.getSeconds()]
    .map(twoDigits)
    .join(':')
}

/** Such as 2026-01-31 09:05:00: nobody takes the month for the day. */
export function dateAndTime(at: number): string {
  const day = new Date(at)
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()]
  return `${parts.map(twoDigits).join('-')} ${timeOfDay(at)}`
}

/** The region `area` behind the name of its province, where it is played. */
export function areaName(
  area: string,
  provinces: readonly { digits: string; name: string }[],
): string {
  const province = provinces.find(({ digits }) => area.startsWith(digits))
  return province ? `${province.name} ${area}` : area
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0')
}
