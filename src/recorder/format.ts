/**
 * A recording: JSON lines, the first of which says what it is.
 * @module
 */
import { z } from 'zod'

/** Raised where an older reader would misread a recording. */
export const RECORDING_VERSION = 1

export const header = z.object({
  format: z.literal('nationec-recording'),
  version: z.int(),
  /** ISO 8601. */
  startedAt: z.string(),
})

/** A message, its personal data replaced, without signature and times. */
const readable = z.object({
  form: z.enum(['plain', 'signed', 'encrypted']),
  message: z.record(z.string(), z.unknown()),
})

/** What could not be read, and so is not kept. */
const opaque = z.object({
  form: z.literal('opaque'),
  why: z.enum(['no-keys', 'wrong-keys', 'not-json']),
  bytes: z.int(),
})

const recorded = z.discriminatedUnion('form', [
  readable.extend({ form: z.literal('plain') }),
  readable.extend({ form: z.literal('signed') }),
  readable.extend({ form: z.literal('encrypted') }),
  opaque,
])
/** A request or a reply as it is kept. */
export type Recorded = z.infer<typeof recorded>

export const exchange = z.object({
  /** 1 and up. */
  number: z.int(),
  /** Path of the address. */
  path: z.string(),
  request: recorded,
  /** undefined where the platform did not answer. */
  status: z.int().optional(),
  reply: recorded.optional(),
  /** The system's or undici's name of what went wrong instead. */
  failure: z.string().optional(),
  ms: z.number(),
})
/** A request and what became of it. */
export type Exchange = z.infer<typeof exchange>
