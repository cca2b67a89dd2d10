/**
 * Scenarios, snapshots and the way back to the beginning.
 * @module
 */

/** A card for each. */
export function stateCards(): HTMLElement[] {
  return []
}
