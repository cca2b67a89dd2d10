/**
 * What is said between certify and the process that has loaded a library.
 * @module
 */
import { z } from 'zod'

/** IPC makes Uint8Arrays of Buffers. */
const bytes = z
  .custom<Uint8Array>(value => value instanceof Uint8Array)
  .transform(view => Buffer.from(view))
  .nullable()

/** One call to make; null stands for a null pointer. */
export const order = z.object({
  id: z.int(),
  strUrl: bytes,
  inData: bytes,
  /** Size of the buffer that the caller has for OutData. */
  outBytes: z.int().nullable(),
})
export type Order = z.input<typeof order>

/** What a call left behind. */
export const outcome = z.object({
  id: z.int(),
  returned: z.string().nullable(),
  /** The whole buffer, whatever stands behind its NUL. */
  outData: z.custom<Uint8Array>(value => value instanceof Uint8Array),
  /** How many bytes in front of the buffer are not as they were. */
  before: z.int(),
  /** How far behind the buffer's end the library wrote, in bytes. */
  beyond: z.int(),
})
export type Outcome = z.infer<typeof outcome>

/** What this process says when the library is loaded, or is not. */
export const greeting = z.union([
  z.object({ loaded: z.literal(true) }),
  z.object({ loaded: z.literal(false), reason: z.string() }),
])
