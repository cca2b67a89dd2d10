/**
 * What is said while the store is away: nobody acts as if a code had been
 * good, or a token right.
 * @module
 */
import { StoreError } from '../store/sqlite.js'
import { type Refusal, refused } from './answers.js'

/** What `answer` says, or the refusal where the store cannot be asked. */
export async function unlessAway(
  answer: () => Promise<object>,
): Promise<object> {
  try {
    return await answer()
  } catch (error) {
    const refusal = refusalOfAway(error)
    if (!refusal) throw error
    return refusal.failure
  }
}

/** The refusal, where `error` says that the store is away. */
export function refusalOfAway(error: unknown): Refusal | undefined {
  if (!(error instanceof StoreError)) return undefined
  return refused(-1, 'sandbox.store-away')
}
