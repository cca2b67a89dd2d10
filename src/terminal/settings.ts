/**
 * What the configuration says of this terminal.
 * @module
 */
import type { Config } from '../config/schema.js'
import type { TerminalSettings } from './identity.js'

/** The table [terminal]. */
export function terminalSettings({ terminal }: Config): TerminalSettings {
  return {
    filingNumber: terminal.filing_number,
    interface: terminal.interface,
    onChange: terminal.on_change,
    onContradiction: terminal.on_contradiction,
  }
}
