/**
 * Writes the journal: one row for each step of a call, before the step.
 * @module
 */
import { loadOrCreateKey } from '../gm/key-file.js'
import { createSealer } from '../gm/seal.js'
import { type FileOptions, JournalFile } from './file.js'
import type { Entry, JournalReader } from './steps.js'
import { latestCall, listCalls, showCall } from './tables.js'

export interface JournalOptions extends FileOptions {
  /** Made where missing. */
  keyPath: string
}

export interface Journal extends JournalReader {
  /**
   * Writes one row. Never throws: a full disk or a broken file must not stop
   * a call, so a failure goes to `onError` and the next row tries again.
   */
  append(entry: Entry): void
}

/**
 * The journal at `path`, for the one process that writes it. A damaged file is
 * moved aside and a new one made, which `onError` is told. Throws only what
 * loadOrCreateKey throws: without its key nothing personal can be kept.
 */
export function openJournal(options: JournalOptions): Journal {
  const sealer = createSealer(loadOrCreateKey(options.keyPath))
  const file = new JournalFile(options)
  file.attempt(() => file.use(() => {}))
  return {
    append: entry => file.attempt(() => file.write(entry, sealer)),
    list: asked => file.use(({ database }) => listCalls(database, asked)),
    show: (call, { unseal = false } = {}) =>
      file.use(({ database }) =>
        showCall(database, call, unseal ? sealer : undefined),
      ),
    latestId: () => file.use(({ database }) => latestCall(database)),
    close: () => file.close(),
  }
}
