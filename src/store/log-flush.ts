/**
 * Brings what SQLite has committed to the disk on another thread, so that the
 * event loop goes on meanwhile. For connections with `synchronous = NORMAL`:
 * SQLite appends to its write-ahead log, and by itself flushes that only
 * before copying it into the database (sqlite.org/wal.html).
 * @module
 */
import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs'

export interface LogFlush {
  /**
   * Resolves when all that was committed before is on the disk. Rejects with
   * the system's error.
   */
  flush(): Promise<void>
  /** Flushes at once. To be called before the connection ends. Idempotent. */
  close(): void
}

/** Of the database at `path`, which is in WAL mode. */
export function createLogFlush(path: string): LogFlush {
  let log: number | undefined
  let closed = false
  return {
    flush: () =>
      new Promise((resolve, reject) => {
        if (closed) return resolve()
        log ??= openSync(`${path}-wal`, 'r+')
        fdatasync(log, error => {
          // What close() has flushed may have taken the file away.
          if (error && !closed) reject(error)
          else resolve()
        })
      }),
    close() {
      if (closed) return
      closed = true
      if (log === undefined) return
      fdatasyncSync(log)
      closeSync(log)
    },
  }
}
