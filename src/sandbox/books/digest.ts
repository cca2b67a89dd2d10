/**
 * Codes and tokens are remembered by their digest: who copies the file cannot
 * use what is in it.
 * @module
 */
import { createHash } from 'node:crypto'

/** SHA-256 of `text`, in hex. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
