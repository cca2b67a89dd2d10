/**
 * 终端备案号 (XJ-D01-2019, 2.8): 20 digits, unique in the country, and never
 * given twice. The standard says nothing of what the digits mean; ours begin
 * with 99, which is no region, so that they are none of a real platform's.
 * @module
 */
import { type RawBuilder, sql } from 'kysely'
import type { RegistryTransaction } from './tables.js'

const OWN_RANGE = '99'
const SERIAL_DIGITS = 18

/** As far as we count; those behind it are never ours to give. */
export const LAST_OWN_NUMBER = numbered(Number.MAX_SAFE_INTEGER)

/** How the date of filing is written: China's, as table 1 has it. */
const CHINA_MS = 8 * 3_600_000

/**
 * Takes the next `count` numbers; returns the serial of the first, of which
 * {@link numbered} makes a number. They are taken for good once the
 * transaction is committed; until then another waits for it.
 */
export async function takeNumbers(
  transaction: RegistryTransaction,
  count: number,
): Promise<number> {
  const { last } = await transaction
    .updateTable('filing_counter')
    .set({ last: sql`last + ${count}` })
    .where('id', '=', 1)
    .returning('last')
    .executeTakeFirstOrThrow()
  return last - count + 1
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

export function numbered(serial: number): string {
  return OWN_RANGE + String(serial).padStart(SERIAL_DIGITS, '0')
}

/** The same of each row of a query: `serial` is a whole number there. */
export function numberedInSql(serial: RawBuilder<unknown>): RawBuilder<string> {
  return sql`${sql.lit(OWN_RANGE)} || ${padded(serial, SERIAL_DIGITS)}`
}

/** A number with zeros before it, in words that both engines know. */
export function padded(
  number: RawBuilder<unknown>,
  digits: number,
): RawBuilder<string> {
  const plain = sql`CAST(${number} AS TEXT)`
  const zeros = sql.lit('0'.repeat(digits))
  return sql`substr(${zeros} || ${plain}, length(${plain}) + 1)`
}
