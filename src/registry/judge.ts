/**
 * Whether a request's terminal is the one on file: each refusal says what is
 * wrong and which command mends it.
 * @module
 */
import { canonicalMac } from '../dictionary/mac-address.js'
import { type TextParameters, text } from '../texts/index.js'
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
): Judgement {
  if (!row) return refused('unregistered', { number: shown(termId) })
  const { state, reason } = row
  const number = termId
  if (state !== 'active')
    return refused(state === 'suspended' ? 'suspended' : 'retired', {
      number,
      reason: reason ?? '',
    })
  const asked = canonicalMac(mac)
  if (asked && row.mac && asked !== row.mac)
    return refused('mac', { number, mac: shown(asked) })
  if (ip && row.ip && ip !== row.ip)
    return refused('ip', { number, ip: shown(ip) })
  if (orgId && row.org_id && orgId !== row.org_id)
    return refused('institution', { number, orgId: shown(orgId) })
  return { ok: true }
}

/** The refusal of a terminal, in Chinese as platforms speak. */
export function refused(
  refusal: Refusal,
  parameters: TextParameters = {},
): Extract<Judgement, { ok: false }> {
  const message = text(`registry.refusal.${refusal}`, parameters, 'zh-CN')
  return { ok: false, refusal, message }
}

/** As long as a termId may be (table A.4), and on one line. */
function shown(value: string): string {
  return value.replace(/[\p{Cc}\p{Cs}]/gu, '').slice(0, 32)
}
