/**
 * Work that a burst of events asks for is done once.
 * @module
 */

/** Soon enough to be called at once. */
const SOON_MS = 200

/** A function that has `work` done soon, however often it is called. */
export function soon(work: () => unknown): () => void {
  let waiting = false
  return () => {
    if (waiting) return
    waiting = true
    setTimeout(() => {
      waiting = false
      work()
    }, SOON_MS)
  }
}
