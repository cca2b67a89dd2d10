/**
 * The text of a 电子健康卡, EHCID:TYPE:VALID:EHCAPPID, and of the 融合码, the
 * same with a TOKEN behind EHCAPPID. The field cuts empty parts off, or adds
 * them.
 * @module
 */

/** EHCID: 64 hexadecimal digits. TYPE: 0 changes each minute, 1 is printed. */
const HEALTH_CARD = /^[0-9a-f]{64}:[01](:|$)/i

/** The tag, the length in two digits, the value: RH12881234567890. */
const TOKEN_TAG = 'RH'
const TOKEN_HEAD = /^RH(\d{2})/
const TOKEN_HEAD_LENGTH = 4

/** Whether `text` is a 电子健康卡; a 融合码 is one as well. */
export function isHealthCard(text: string): boolean {
  return HEALTH_CARD.test(text)
}

/**
 * The value of the TOKEN of a 融合码, or undefined if `text` is none. EHCAPPID
 * may hold the tag by chance, so the one counts whose length reaches exactly
 * to the end of its part.
 */
export function fusionToken(text: string): string | undefined {
  if (!isHealthCard(text)) return undefined
  const part = text.split(':')[3] ?? ''
  let at = part.indexOf(TOKEN_TAG)
  while (at !== -1) {
    const length = TOKEN_HEAD.exec(part.slice(at))?.[1]
    const value = part.slice(at + TOKEN_HEAD_LENGTH)
    if (value && Number(length) === value.length) return value
    at = part.indexOf(TOKEN_TAG, at + 1)
  }
  return undefined
}
