/**
 * Reads a journal that another process may be writing.
 * @module
 */
import { loadKey } from '../gm/key-file.js'
import { createSealer } from '../gm/seal.js'
import { readDatabase } from '../store/sqlite.js'
import type { JournalReader } from './steps.js'
import { latestCall, listCalls, MIGRATIONS, showCall } from './tables.js'

export interface ReaderOptions {
  path: string
  /** Read only when something is to be unsealed. */
  keyPath: string
}

/**
 * Opens the journal at `path` without changing anything. Throws StoreError
 * where there is none yet; `show` with `unseal` throws what loadKey throws.
 */
export function readJournal({ path, keyPath }: ReaderOptions): JournalReader {
  const database = readDatabase(path, MIGRATIONS)
  return {
    list: options => listCalls(database, options),
    show(call, { unseal = false } = {}) {
      const sealer = unseal ? createSealer(loadKey(keyPath)) : undefined
      return showCall(database, call, sealer)
    },
    latestId: () => latestCall(database),
    close: () => database.close(),
  }
}
