/**
 * A space as it was when the sandbox was new.
 * @module
 */
import { clearFaults } from './set-fault.js'
import type { Space } from './spaces.js'

/**
 * Forgets everything in `space`: codes and tokens, people's changes, faults,
 * requests, and the terminals of a registry that goes with it. Its clock runs
 * with the world's, and chance begins anew. What others have too, codes and
 * tokens or terminals, is left alone.
 */
export async function reset(space: Space): Promise<void> {
  clear(space)
  await clearIssued(space)
  await space.terminals?.clear()
  space.events.publish('reset', {})
}

/** The same for all that is surely of `space` alone; nobody is told. */
export function clear(space: Space): void {
  const { state, clock, journal, faultChance } = space
  clearFaults(space)
  state.load([])
  clock.reset()
  journal.clear()
  faultChance.position = 0
}

/** What a reset empties, and what it leaves alone, as a reply says it. */
export function emptiedOf({ shared, terminals }: Space) {
  return { issued: !shared, terminals: terminals !== undefined }
}

/** With them goes what they are made of: or the same would be given again. */
async function clearIssued({ shared, oneTime, platformChance }: Space) {
  if (shared) return
  await oneTime.clear()
  platformChance.position = 0
}
