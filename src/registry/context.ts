/**
 * What each part of the registry works with.
 * @module
 */
import type { TerminalView } from './contract.js'
import type { RegistryDatabase } from './tables.js'

export interface Context {
  readonly database: RegistryDatabase
  /** Milliseconds since 1970, as Date.now. */
  readonly clock: () => number
  readonly newId: (now: number) => string
  /** Called once a change is kept. */
  readonly changed: (change: Change) => void
}

/** What happened to a terminal, for those who watch. */
export interface Change {
  action: string
  who: string
  terminal: TerminalView
}
