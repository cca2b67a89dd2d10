/**
 * A terminal as the registry keeps it, and as it shows it.
 * @module
 */
import type { TerminalApplication } from '../dictionary/terminal-fields.js'
import type { TerminalView } from './contract.js'
import type { RegistryTransaction, TerminalRow } from './tables.js'

/** What stands in an application, in the names of the table. */
export function columnsOf(application: TerminalApplication) {
  const { orgId, ...others } = application
  return { ...others, org_id: orgId }
}

export function viewOf(row: TerminalRow): TerminalView {
  return {
    receipt: row.receipt,
    state: row.state,
    filingNumber: row.filing_number,
    filedOn: row.filed_on,
    name: row.name,
    purpose: row.purpose,
    version: row.version,
    institution: row.institution,
    developer: row.developer,
    type: row.type,
    orgId: row.org_id,
    mac: row.mac,
    ip: row.ip,
    reason: row.reason,
    revision: row.revision,
    appliedAt: row.applied_at,
    changedAt: row.changed_at,
  }
}

/** A row of nothing but an application. */
export function newRow(
  application: TerminalApplication,
  made: Pick<TerminalRow, 'receipt' | 'request_key' | 'request_hash'>,
  now: number,
): TerminalRow {
  return {
    ...columnsOf(application),
    ...made,
    state: 'applied',
    filing_number: null,
    filed_on: null,
    ip: null,
    reason: null,
    revision: 1,
    applied_at: now,
    changed_at: now,
  }
}

/** Notes who did what to the terminal of `row`, which has been changed so. */
export function noteRows(
  transaction: RegistryTransaction,
  rows: TerminalRow[],
  note: { who: string; action: string; detail: (row: TerminalRow) => object },
  id: () => string,
) {
  return transaction
    .insertInto('terminal_history')
    .values(
      rows.map(row => ({
        id: id(),
        receipt: row.receipt,
        revision: row.revision,
        at: row.changed_at,
        who: note.who,
        action: note.action,
        detail: JSON.stringify(note.detail(row)),
      })),
    )
    .execute()
}
