/**
 * One transaction for all that is written in one turn of the event loop: of
 * hundreds of requests at once, each turn's share has one fsync.
 * @module
 */

export interface GroupCommit {
  /** To be called before each write. Throws the engine's error. */
  begin(): void
  /** Commits what was begun; nothing happens where nothing was. */
  end(): void
  /**
   * What `work` resolves to, once all that it wrote is on the disk. Rejects
   * where a commit failed meanwhile, and its writes may have been undone.
   */
  durably<Result>(work: () => Promise<Result> | Result): Promise<Result>
}

interface Turn {
  committed: Promise<void>
  settle: () => void
}

/** `exec` runs a statement at the connection that all writes go through. */
export function createGroupCommit(exec: (sql: string) => void): GroupCommit {
  let turn: Turn | undefined
  let failures = 0
  let lastFailure: unknown
  function end() {
    const { settle } = turn ?? {}
    if (!settle) return
    turn = undefined
    try {
      exec('COMMIT')
    } catch (error) {
      failures += 1
      lastFailure = error
      undo(exec)
    }
    settle()
  }
  return {
    begin() {
      if (turn) return
      exec('BEGIN IMMEDIATE')
      turn = newTurn()
      setImmediate(end)
    },
    end,
    async durably(work) {
      const before = failures
      const result = await work()
      await turn?.committed
      if (failures !== before) throw lastFailure
      return result
    },
  }
}

function newTurn(): Turn {
  let settle = () => {}
  const committed = new Promise<void>(resolve => {
    settle = resolve
  })
  return { committed, settle }
}

/** Where the disk is full the engine has undone it already, and throws. */
function undo(exec: (sql: string) => void) {
  try {
    exec('ROLLBACK')
  } catch {}
}
