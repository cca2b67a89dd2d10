/**
 * What was left as it is, although the order was about the whole sandbox.
 * @module
 */
import { text } from '../texts/index.js'
import { print } from './output.js'
import type { DirectingOptions } from './sandbox-client.js'

/**
 * Says so of codes and of terminals. Who works in a space of his own expects
 * nothing else of terminals.
 */
export function printLeft(
  { issued, terminals }: { issued: boolean; terminals: boolean },
  { space }: DirectingOptions,
): void {
  if (!issued) print(text('cli.sandbox.issued-left'))
  if (!terminals && !space) print(text('cli.sandbox.terminals-left'))
}
