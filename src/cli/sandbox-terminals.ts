/**
 * Whether terminals were among what became of a sandbox.
 * @module
 */
import { text } from '../texts/index.js'
import { print } from './output.js'
import type { DirectingOptions } from './sandbox-client.js'

/**
 * Says so where they were left as they are. Who works in a space of his own
 * expects nothing else.
 */
export function printTerminals(
  { terminals }: { terminals: boolean },
  { space }: DirectingOptions,
): void {
  if (!terminals && !space) print(text('cli.sandbox.terminals-left'))
}
