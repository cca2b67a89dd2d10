/**
 * What the registry keeps.
 * @module
 */
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Migrations } from '../store/migrate.js'
import type { State } from './contract.js'

/** One application, and the terminal that comes of it. */
export interface TerminalTable {
  /** 受理号: names the application from the first; see id.ts. */
  receipt: string
  /** By which a repeated request is known. */
  request_key: string
  /** Of the application, so that one key is not used for two. */
  request_hash: string
  state: State
  /** 终端备案号; null until it is assigned, and then for ever this one. */
  filing_number: string | null
  filed_on: string | null
  name: string
  purpose: string
  version: string
  institution: string
  developer: string
  type: string
  /** Empty where requests may name any institution. */
  org_id: string
  /** Null where requests may come from any card. */
  mac: string | null
  /** Null where requests may come from any address. */
  ip: string | null
  /** Why it was rejected, suspended or retired. */
  reason: string | null
  /** Counts up with each action. */
  revision: number
  applied_at: number
  changed_at: number
}

export interface HistoryTable {
  id: string
  receipt: string
  /** The terminal's after the action. */
  revision: number
  at: number
  /** The operator's name, or who applied. */
  who: string
  action: string
  /** What was changed, JSON. */
  detail: string
}

export interface Tables {
  terminal: TerminalTable
  terminal_history: HistoryTable
  /** The last number that was assigned. */
  filing_counter: { id: number; last: number }
  operator: {
    name: string
    /** Null once he was removed: his name stays in the history. */
    token_hash: string | null
    created_at: number
  }
  import: {
    id: string
    who: string
    created_at: number
    /** How many terminals it has made; null until then. */
    done: number | null
  }
  import_row: ImportRowTable
}

/** A row of a sheet that waits to be registered, or what is wrong with it. */
export interface ImportRowTable {
  import: string
  /** Of the sheet, as a person counts: the heading is 1. */
  row: number
  /** Its faults, JSON; null where it is good, and then it has all the rest. */
  problems: string | null
  /** Of the terminal that it becomes. */
  receipt: string | null
  /** Null where the registry is to give one. */
  filing_number: string | null
  filed_on: string | null
  name: string | null
  purpose: string | null
  version: string | null
  institution: string | null
  developer: string | null
  type: string | null
  org_id: string | null
  mac: string | null
}

export type TerminalRow = Selectable<TerminalTable>
export type RegistryDatabase = Kysely<Tables>
export type RegistryTransaction = Transaction<Tables>

/**
 * A MAC belongs to one terminal that is in use. One that is suspended keeps
 * its own, or registering anew would undo the suspension.
 */
export const migrations: Migrations = {
  name: 'registry',
  steps: [
    [
      `CREATE TABLE terminal (
        receipt TEXT PRIMARY KEY,
        request_key TEXT NOT NULL,
        request_hash TEXT NOT NULL,
        state TEXT NOT NULL,
        filing_number TEXT,
        filed_on TEXT,
        name TEXT NOT NULL,
        purpose TEXT NOT NULL,
        version TEXT NOT NULL,
        institution TEXT NOT NULL,
        developer TEXT NOT NULL,
        type TEXT NOT NULL,
        org_id TEXT NOT NULL,
        mac TEXT,
        ip TEXT,
        reason TEXT,
        revision BIGINT NOT NULL,
        applied_at BIGINT NOT NULL,
        changed_at BIGINT NOT NULL
      )`,
      'CREATE UNIQUE INDEX terminal_request_key ON terminal (request_key)',
      'CREATE UNIQUE INDEX terminal_filing_number ON terminal (filing_number)',
      `CREATE UNIQUE INDEX terminal_mac ON terminal (mac)
        WHERE state IN ('active', 'suspended')`,
      'CREATE INDEX terminal_any_mac ON terminal (mac, receipt)',
      'CREATE INDEX terminal_state ON terminal (state, receipt)',
      'CREATE INDEX terminal_org ON terminal (org_id, receipt)',
      `CREATE TABLE terminal_history (
        id TEXT PRIMARY KEY,
        receipt TEXT NOT NULL REFERENCES terminal (receipt),
        revision BIGINT NOT NULL,
        at BIGINT NOT NULL,
        who TEXT NOT NULL,
        action TEXT NOT NULL,
        detail TEXT NOT NULL
      )`,
      `CREATE UNIQUE INDEX terminal_history_revision
        ON terminal_history (receipt, revision)`,
      'CREATE INDEX terminal_history_who ON terminal_history (who, id)',
      'CREATE TABLE filing_counter (id BIGINT PRIMARY KEY, last BIGINT NOT NULL)',
      'INSERT INTO filing_counter (id, last) VALUES (1, 0)',
      `CREATE TABLE operator (
        name TEXT PRIMARY KEY,
        token_hash TEXT,
        created_at BIGINT NOT NULL
      )`,
      'CREATE UNIQUE INDEX operator_token_hash ON operator (token_hash)',
      `CREATE TABLE import (
        id TEXT PRIMARY KEY,
        who TEXT NOT NULL,
        created_at BIGINT NOT NULL,
        done BIGINT
      )`,
      `CREATE TABLE import_row (
        import TEXT NOT NULL,
        row BIGINT NOT NULL,
        mac TEXT NOT NULL,
        filing_number TEXT,
        content TEXT NOT NULL,
        PRIMARY KEY (import, row)
      )`,
    ],
    // In columns, so that the database makes terminals of rows by itself.
    [
      'DELETE FROM import WHERE done IS NULL',
      'DROP TABLE import_row',
      `CREATE TABLE import_row (
        import TEXT NOT NULL,
        row BIGINT NOT NULL,
        problems TEXT,
        receipt TEXT,
        filing_number TEXT,
        filed_on TEXT,
        name TEXT,
        purpose TEXT,
        version TEXT,
        institution TEXT,
        developer TEXT,
        type TEXT,
        org_id TEXT,
        mac TEXT,
        PRIMARY KEY (import, row)
      )`,
    ],
  ],
}
