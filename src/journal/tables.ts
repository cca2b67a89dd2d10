/**
 * The tables of the journal and what is asked of them.
 * @module
 */
import type { Sealer } from '../gm/seal.js'
import type { Database } from '../store/engine.js'
import type { CallRow, CallSummary, ListOptions, Step } from './steps.js'

/** All SQL that ever made the tables, oldest first; only append. */
export const MIGRATIONS = [
  `CREATE TABLE steps (
     id INTEGER PRIMARY KEY,
     call TEXT NOT NULL,
     step TEXT NOT NULL,
     at INTEGER NOT NULL,           -- ms since 1970
     at_monotonic REAL NOT NULL,    -- ms, comparable within one call
     facts TEXT NOT NULL,           -- JSON
     sealed BLOB                    -- JSON, sealed (gm/seal.ts)
   );
   CREATE INDEX steps_call ON steps (call, at);`,
]

export const INSERT = `
  INSERT INTO steps (call, step, at, at_monotonic, facts, sealed)
  VALUES (?, ?, ?, ?, ?, ?)`

export const EXPIRE = 'DELETE FROM steps WHERE at < ?'

const LIST = `
  WITH chosen AS (
    SELECT call, min(id) AS first, max(id) AS last
      FROM steps WHERE call IN (SELECT call FROM steps WHERE at >= ?)
     GROUP BY call
    HAVING NOT ? OR NOT max(step = 'delivered' AND facts ->> '$.code' IS 0)
     ORDER BY first DESC LIMIT ?)
  SELECT chosen.call AS id,
         min(at) AS started,
         max(at_monotonic) - min(at_monotonic) AS ms,
         max(facts ->> '$.strUrl') AS strUrl,
         max(facts ->> '$.transType') AS transType,
         max(facts ->> '$.orgId') AS orgId,
         max(iif(step = 'delivered', facts ->> '$.code', NULL)) AS code,
         (SELECT step FROM steps WHERE id = last) AS last
    FROM chosen JOIN steps USING (call)
   GROUP BY chosen.call ORDER BY first DESC`

const SHOW = `
  SELECT step, at, at_monotonic, facts, sealed
    FROM steps WHERE call = ? ORDER BY id`

const LATEST = 'SELECT call FROM steps ORDER BY id DESC LIMIT 1'

/** See JournalReader.list. */
export function listCalls(
  database: Database,
  { limit, since = 0, onlyFailed = false }: ListOptions,
): CallSummary[] {
  const rows = database.prepare(LIST).all(since, onlyFailed ? 1 : 0, limit)
  return rows as unknown as CallSummary[]
}

/** See JournalReader.show; `sealer` opens what is sealed, if given. */
export function showCall(
  database: Database,
  call: string,
  sealer?: Sealer,
): CallRow[] {
  const rows = database.prepare(SHOW).all(call)
  const start = Number(rows[0]?.at_monotonic)
  return rows.map(row => {
    const { step, at, at_monotonic, facts, sealed } = row
    const personal = sealer && sealed && open(sealer, sealed as Uint8Array)
    return {
      step: step as Step,
      at: at as number,
      elapsed: Number(at_monotonic) - start,
      facts: JSON.parse(facts as string),
      sealed: sealed !== null,
      ...(personal ? { personal } : {}),
    }
  })
}

/** See JournalReader.latestId. */
export function latestCall(database: Database): string | undefined {
  return database.prepare(LATEST).get()?.call as string | undefined
}

function open(sealer: Sealer, sealed: Uint8Array): Record<string, unknown> {
  return JSON.parse(sealer.open(Buffer.from(sealed)))
}
