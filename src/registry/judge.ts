/**
 * Whether a request's terminal is the one on file: each refusal says what is
 * wrong and which command mends it.
 * @module
 */
import { canonicalMac } from '../dictionary/mac-address.js'
import { type Locale, type TextParameters, text } from '../texts/index.js'
import type { CheckOrder, Refusal } from './contract.js'
import type { TerminalRow } from './tables.js'

export type Judgement =
  | { ok: true }
  | { ok: false; refusal: Refusal; message: string }

/** By what a terminal is judged. */
export const JUDGED = ['state', 'reason', 'mac', 'ip', 'org_id'] as const
export type Judged = Pick<TerminalRow, (typeof JUDGED)[number]>

/**
 * Judges what a request says of its terminal by the `row` of its number. A
 * MAC, an address or an institution that it does not name is not compared: not
 * every way of the field has a place for it.
 */
export function judge(
  row: Judged | undefined,
  { termId, mac = '', ip = '', orgId = '' }: CheckOrder,
  locale?: Locale,
): Judgement {
  const refuse = (refusal: Refusal, facts: TextParameters) =>
    refused(refusal, facts, locale)
  if (!row) return refuse('unregistered', { number: shown(termId) })
  const { state, reason } = row
  const number = termId
  if (state !== 'active')
    return refuse(state === 'suspended' ? 'suspended' : 'retired', {
      number,
      reason: reason ?? '',
    })
  const asked = canonicalMac(mac)
  if (asked && row.mac && asked !== row.mac)
    return refuse('mac', { number, mac: shown(asked) })
  if (ip && row.ip && ip !== row.ip)
    return refuse('ip', { number, ip: shown(ip) })
  if (orgId && row.org_id && orgId !== row.org_id)
    return refuse('institution', { number, orgId: shown(orgId) })
  return { ok: true }
}

/** The refusal of a terminal: in Chinese as platforms speak, unless told. */
export function refused(
  refusal: Refusal,
  parameters: TextParameters = {},
  locale: Locale = 'zh-CN',
): Extract<Judgement, { ok: false }> {
  const message = text(`registry.refusal.${refusal}`, parameters, locale)
  return { ok: false, refusal, message }
}

/** As long as a termId may be (table A.4), and on one line. */
function shown(value: string): string {
  return value.replace(/[\p{Cc}\p{Cs}]/gu, '').slice(0, 32)
}
