/**
 * Whether a request's terminal is the one on file: each refusal says what is
 * wrong and which command mends it.
 * @module
 */
import { canonicalMac } from '../dictionary/mac-address.js'
import { type TextParameters, text } from '../texts/index.js'
import type { CheckOrder, Refusal } from './contract.js'
import { byNumber } from './search.js'
import type { RegistryDatabase, TerminalRow } from './tables.js'

export type Judgement =
  | { ok: true; row?: TerminalRow }
  | { ok: false; refusal: Refusal; message: string; row?: TerminalRow }

/**
 * Judges what a request says of its terminal. A MAC, an address or an
 * institution that it does not name is not compared: not every way of the
 * field has a place for it. Rejects where the store is away.
 */
export async function judge(
  database: RegistryDatabase,
  { termId, mac = '', ip = '', orgId = '' }: CheckOrder,
): Promise<Judgement> {
  const row = await byNumber(database, termId)
  if (!row) return refused('unregistered', { number: shown(termId) })
  const { state, reason } = row
  const number = termId
  if (state !== 'active')
    return {
      ...refused(state === 'suspended' ? 'suspended' : 'retired', {
        number,
        reason: reason ?? '',
      }),
      row,
    }
  const asked = canonicalMac(mac)
  if (asked && row.mac && asked !== row.mac)
    return refused('mac', { number, mac: shown(asked) })
  if (ip && row.ip && ip !== row.ip)
    return refused('ip', { number, ip: shown(ip) })
  if (orgId && row.org_id && orgId !== row.org_id)
    return refused('institution', { number, orgId: shown(orgId) })
  return { ok: true, row }
}

/** The refusal of a terminal, in Chinese as platforms speak. */
export function refused(
  refusal: Refusal,
  parameters: TextParameters = {},
): { ok: false; refusal: Refusal; message: string } {
  const message = text(`registry.refusal.${refusal}`, parameters, 'zh-CN')
  return { ok: false, refusal, message }
}

/** As long as a termId may be (table A.4), and on one line. */
function shown(value: string): string {
  return value.replace(/[\p{Cc}\p{Cs}]/gu, '').slice(0, 32)
}
