/**
 * 终端备案号 (XJ-D01-2019, 2.8): 20 digits, unique in the country, and never
 * given twice. The standard says nothing of what the digits mean; ours begin
 * with 99, which is no region, so that they are none of a real platform's.
 * @module
 */
import { sql } from 'kysely'
import type { RegistryTransaction } from './tables.js'

const OWN_RANGE = '99'
const DIGITS = 20

/** As far as we count; those behind it are never ours to give. */
export const LAST_OWN_NUMBER = numbered(Number.MAX_SAFE_INTEGER)

/** How the date of filing is written: China's, as table 1 has it. */
const CHINA_MS = 8 * 3_600_000

/**
 * The next `count` numbers, in order. They are taken for good once the
 * transaction is committed; until then another waits for it.
 */
export async function takeNumbers(
  transaction: RegistryTransaction,
  count: number,
): Promise<string[]> {
  const { last } = await transaction
    .updateTable('filing_counter')
    .set({ last: sql`last + ${count}` })
    .where('id', '=', 1)
    .returning('last')
    .executeTakeFirstOrThrow()
  return Array.from({ length: count }, (_, at) =>
    numbered(last - count + 1 + at),
  )
}

/** Keeps the counter above a number of our range that came from elsewhere. */
export async function passNumber(
  transaction: RegistryTransaction,
  number: string,
): Promise<void> {
  const serial = Number(number.slice(OWN_RANGE.length))
  if (!number.startsWith(OWN_RANGE) || !Number.isSafeInteger(serial)) return
  await transaction
    .updateTable('filing_counter')
    .set({ last: serial })
    .where('id', '=', 1)
    .where('last', '<', serial)
    .execute()
}

/** 系统备案日期 at `now`: 2019/05/01. */
export function filingDate(now: number): string {
  const day = new Date(now + CHINA_MS).toISOString().slice(0, 10)
  return day.replaceAll('-', '/')
}

function numbered(serial: number): string {
  return OWN_RANGE + String(serial).padStart(DIGITS - OWN_RANGE.length, '0')
}
