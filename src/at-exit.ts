/**
 * What must not outlive this process, however it ends: a signal that
 * src/cli/signals.ts hears leaves no time for anything that waits.
 * @module
 */

const left = new Set<() => void>()

/**
 * Does `work` when the process exits; it must not wait for anything. What is
 * returned does it at once, instead. Nothing is done twice.
 */
export function atExit(work: () => void): () => void {
  if (left.size === 0) process.on('exit', doAll)
  left.add(work)
  return () => {
    if (!left.delete(work)) return
    if (left.size === 0) process.off('exit', doAll)
    work()
  }
}

/** The last first, as what came later may use what was there before. */
function doAll(): void {
  for (const work of [...left].reverse()) work()
}
