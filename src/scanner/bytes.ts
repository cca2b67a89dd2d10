/**
 * Bytes as manuals print them.
 * @module
 */

/** The bytes of `hex`, such as `16 54 0D`. */
export function hex(hex: string): Buffer {
  return Buffer.from(hex.replaceAll(' ', ''), 'hex')
}

/** Whether `bytes` begin with `head`, cannot, or are too few to tell. */
export function begins(bytes: Buffer, head: Buffer): boolean | 'more' {
  const length = Math.min(bytes.length, head.length)
  if (!bytes.subarray(0, length).equals(head.subarray(0, length))) return false
  return length === head.length || 'more'
}
