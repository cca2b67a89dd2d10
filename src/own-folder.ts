/**
 * A folder for the time that a command runs.
 * @module
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atExit } from './at-exit.js'

/** Of the journal's thread, which may write a file meanwhile. */
const RETRIES = 3

/**
 * Makes a folder `<name>-…` below the system's for temporary files. `remove`
 * removes it, and so does the end of the process.
 */
export function makeOwnFolder(name: string): {
  folder: string
  remove: () => void
} {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`))
  const options = { recursive: true, force: true, maxRetries: RETRIES }
  return { folder, remove: atExit(() => rmSync(folder, options)) }
}
