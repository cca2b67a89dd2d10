/**
 * A code as a line, which is how most devices send it.
 * @module
 */

/** The `frames` of a family that ends a code with `end`. */
export function lines(end: string): (code: Buffer) => Buffer[] {
  return code => [Buffer.concat([code, Buffer.from(end)])]
}
