/**
 * A space as it was when the sandbox was new.
 * @module
 */
import { clearFaults } from './set-fault.js'
import type { Space } from './spaces.js'

/**
 * Forgets everything in `space`: codes and tokens, people's changes, faults,
 * requests, and the terminals of a registry that goes with it. Its clock runs
 * with the world's, and chance begins anew.
 */
export async function reset(space: Space): Promise<void> {
  await clear(space)
  await space.terminals?.clear()
  space.events.publish('reset', {})
}

/** The same for all but the terminals; nobody is told. */
export async function clear(space: Space): Promise<void> {
  const { state, oneTime, clock, journal, faultChance, platformChance } = space
  clearFaults(space)
  state.load([])
  await oneTime.clear()
  clock.reset()
  journal.clear()
  faultChance.position = 0
  platformChance.position = 0
}
