/**
 * Applications: each is taken once, however often it is sent.
 * @module
 */
import { hash } from 'node:crypto'
import type { TerminalApplication } from '../dictionary/terminal-fields.js'
import type { Context } from './context.js'
import type { TerminalView } from './contract.js'
import { RegistryError } from './registry-error.js'
import { newRow, noteRows, viewOf } from './row.js'
import { holderOf } from './search.js'
import type { TerminalRow } from './tables.js'

/** More than a province reviews in a week; anybody may apply. */
const WAITING_MAX = 100_000

/** Who applied, in the history: nobody has proved who he is. */
export const APPLICANT = 'applicant'

/**
 * Takes an application, and says whether it was taken just now. One with the
 * `key` of an earlier one is that one. Rejects with RegistryError where the
 * key was another application's, or the MAC is that of a terminal in use.
 */
export async function apply(
  context: Context,
  application: TerminalApplication,
  key: string,
): Promise<{ terminal: TerminalView; fresh: boolean }> {
  const hash = hashOf(application)
  const known = await byKey(context, key)
  if (known) return { terminal: sameAsked(known, hash), fresh: false }
  await refuseTaken(context, application.mac)
  await refuseTooMany(context)
  const now = context.clock()
  const made = {
    receipt: context.newId(now),
    request_key: key,
    request_hash: hash,
  }
  const row = newRow(application, made, now)
  const inserted = await context.database
    .transaction()
    .execute(async transaction => {
      const inserted = await transaction
        .insertInto('terminal')
        .values(row)
        .onConflict(conflict => conflict.column('request_key').doNothing())
        .returning('receipt')
        .executeTakeFirst()
      if (!inserted) return false
      const note = {
        who: APPLICANT,
        action: 'apply',
        detail: () => application,
      }
      await noteRows(transaction, [row], note, () => context.newId(now))
      return true
    })
  if (inserted) return { terminal: viewOf(row), fresh: true }
  const other = await byKey(context, key)
  if (!other) throw new RegistryError('busy')
  return { terminal: sameAsked(other, hash), fresh: false }
}

function byKey({ database }: Context, key: string) {
  return database
    .selectFrom('terminal')
    .selectAll()
    .where('request_key', '=', key)
    .executeTakeFirst()
}

function sameAsked(row: TerminalRow, hash: string): TerminalView {
  if (row.request_hash !== hash) throw new RegistryError('key-reused')
  return viewOf(row)
}

/** Early, for the technician's sake; what holds is the index, on approval. */
async function refuseTaken(context: Context, mac: string): Promise<void> {
  const holder = await holderOf(context.database, mac)
  if (holder?.filing_number)
    throw new RegistryError('mac-taken', { mac, number: holder.filing_number })
}

async function refuseTooMany({ database }: Context): Promise<void> {
  const last = await database
    .selectFrom('terminal')
    .select('receipt')
    .where('state', '=', 'applied')
    .orderBy('receipt')
    .offset(WAITING_MAX - 1)
    .limit(1)
    .executeTakeFirst()
  if (last) throw new RegistryError('too-many-waiting', { max: WAITING_MAX })
}

/** The same for the same values, in whichever order. */
function hashOf(application: TerminalApplication): string {
  const entries = Object.entries(application).sort(([one], [other]) =>
    one < other ? -1 : 1,
  )
  return hash('sha256', JSON.stringify(entries))
}
