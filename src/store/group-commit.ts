/**
 * One transaction for all that is written in one turn of the event loop, and
 * one flush for all that is committed while another runs: hundreds of
 * requests at once share them.
 * @module
 */

export interface GroupCommit {
  /** To be called before each write. Throws the engine's error. */
  begin(): void
  /** Commits what was begun; nothing happens where nothing was. */
  end(): void
  /** To be called before the first write that somebody will rely on. */
  watch(): Kept
}

/**
 * Resolves when all that was written before this call is on the disk. Rejects
 * where a commit or a flush has failed since the watch began: what was written
 * since then may be undone.
 */
export type Kept = () => Promise<void>

/** What `work` comes to, once all that it wrote to `watched` is on the disk. */
export async function durably<Result>(
  watched: { watch(): Kept },
  work: () => Promise<Result> | Result,
): Promise<Result> {
  const kept = watched.watch()
  const result = await work()
  await kept()
  return result
}

/**
 * `exec` runs a statement at the connection that all writes go through;
 * `flush` resolves when what it has committed is on the disk.
 */
export function createGroupCommit(
  exec: (sql: string) => void,
  flush: () => Promise<void>,
): GroupCommit {
  const flushed = oneAtATime(flush)
  let settle: (() => void) | undefined
  let latest: Promise<void> | undefined
  let failures = 0
  let lastFailure: unknown
  const fail = (error: unknown) => {
    failures += 1
    lastFailure = error
  }
  function end() {
    const done = settle
    if (!done) return
    settle = undefined
    try {
      exec('COMMIT')
    } catch (error) {
      fail(error)
      undo(exec)
      return done()
    }
    flushed().catch(fail).then(done)
  }
  return {
    begin() {
      if (settle) return
      exec('BEGIN IMMEDIATE')
      latest = new Promise(resolve => {
        settle = resolve
      })
      setImmediate(end)
    },
    end,
    watch() {
      const before = failures
      return async () => {
        await latest
        if (failures !== before) throw lastFailure
      }
    },
  }
}

/** `flush` for many: who asks while one runs shares the next. */
function oneAtATime(flush: () => Promise<void>): () => Promise<void> {
  let running = Promise.resolve()
  let next: Promise<void> | undefined
  return () => {
    next ??= running.then(() => {
      next = undefined
      const flushing = flush()
      running = flushing.catch(() => {})
      return flushing
    })
    return next
  }
}

/** Where the disk is full the engine has undone it already, and throws. */
function undo(exec: (sql: string) => void) {
  try {
    exec('ROLLBACK')
  } catch {}
}
