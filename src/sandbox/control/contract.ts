/**
 * What is said over /sandbox/… to direct a sandbox: each body and each answer
 * as a schema, so that the command line and tests check what they get, and as
 * a type, so that the console need not guess.
 * @module
 */
import { z } from 'zod'
import { OUTCOMES } from '../../envelope/sentences.js'
import type { Locale } from '../../texts/index.js'
import { fault } from './fault-contract.js'

/** A request without it concerns the space that every sandbox has. */
export const SPACE_HEADER = 'x-nationec-sandbox'

/** Names are what people call a thing by; they never become paths. */
export const name = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u)

/** What stands in a header, and what an institution's number may look like. */
export const spaceName = z.string().regex(/^[A-Za-z0-9][\w.-]{0,63}$/)

/** One of GET /sandbox/spaces. */
export const spaceSummary = z.object({
  /** '' for the common space. */
  name: z.string(),
  /** Those that its journal holds. */
  requests: z.int(),
  faults: z.int(),
  /** Whether its clock stands. */
  frozen: z.boolean(),
})
export type SpaceSummary = z.infer<typeof spaceSummary>

/** GET /sandbox/spaces: the common one first, then the last used. */
export const spaceList = z.object({ spaces: z.array(spaceSummary) })

/** Kinds of {@link SandboxEvent}. */
export const EVENT_TYPES = [
  'request',
  'clock',
  'fault',
  'person',
  'code',
  'channel',
  'platform',
  'registry',
  /** Everything may have changed: ask anew. */
  'reset',
  /** Events were missed: ask anew. */
  'missed',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

/** One event of GET /sandbox/events. */
export interface SandboxEvent {
  id: number
  type: EventType
  /** Its data for JSON, the sentences among them in `locale`. */
  tell(locale?: Locale): unknown
}

/** ISO 8601, with its offset. */
export const instant = z.iso.datetime({ offset: true })

/** POST /sandbox/clock: at least one; `set` comes first, then the rest. */
export const clockOrder = z
  .strictObject({
    /** Milliseconds since 1970, or ISO 8601. */
    set: z.union([z.number(), instant]).optional(),
    advanceMs: z.number().optional(),
    freeze: z.literal(true).optional(),
    /** The opposite of freeze: it goes on from where it stands. */
    run: z.literal(true).optional(),
  })
  .refine(order => Object.keys(order).length > 0)
  .refine(({ freeze, run }) => !(freeze && run), { path: ['run'] })
export type ClockOrder = z.infer<typeof clockOrder>

/** GET and POST /sandbox/clock. */
export const clockState = z.object({
  /** Milliseconds since 1970. */
  now: z.number(),
  frozen: z.boolean(),
})
export type ClockState = z.infer<typeof clockState>

/** One line of GET /sandbox/requests. */
export const requestSummary = z.object({
  id: z.int(),
  /** Milliseconds since 1970 by the sandbox's clock. */
  at: z.number(),
  method: z.string(),
  /** The path as it came, with what the field puts in front. */
  route: z.string(),
  transType: z.string(),
  orgId: z.string(),
  termId: z.string(),
  /** Of HTTP; 0 where the connection ended without an answer. */
  status: z.int(),
  /** Of the answer; null where there was none. */
  code: z.int().nullable(),
  ms: z.number(),
  /** Where the answer is a refusal, what it says; what a fault did. */
  why: z.string(),
  /** Of the fault that struck. */
  fault: z.int().nullable(),
})
export type RequestSummary = z.infer<typeof requestSummary>

/** GET /sandbox/requests?after=N&limit=M, oldest first. */
export const requestList = z.object({ requests: z.array(requestSummary) })

/** POST /sandbox/requests/:id/replay. */
export const replayed = z.object({
  /** Of the new request; null where a fault left none. */
  id: z.int().nullable(),
  status: z.int(),
  body: z.string(),
})
export type Replayed = z.infer<typeof replayed>

/** Every refusal under /sandbox. */
export const refusal = z.object({
  success: z.literal(false),
  code: z.int(),
  message: z.string(),
})

/** Bytes that need not be text. */
const bytes = z.object({
  encoding: z.enum(['utf-8', 'base64']),
  content: z.string(),
})
export type ShownBytes = z.infer<typeof bytes>

const step = z.object({
  /** Of XJ-D01-2019, or "field" for what is practice. */
  clause: z.string(),
  /** Its name; `what` is the same in a sentence. */
  rule: z.string(),
  what: z.string(),
  ok: z.boolean(),
  expected: z.string().optional(),
  found: z.string().optional(),
})

/** Who was given keys, and so is known by an APPID. */
const keyOwner = z.object({
  kind: z.enum(['province', 'channel']),
  name: z.string(),
  appId: z.string(),
})
export type KeyOwner = z.infer<typeof keyOwner>

/** How a signed or encrypted request was read; all of it may be shown. */
const signature = z.object({
  /** With whose keys. */
  whose: keyOwner,
  form: z.enum(['signed', 'encrypted']),
  dialect: z.enum(['A', 'B']),
  sign: z.enum(['SM2', 'SM3']),
  /** The text to sign, as the rule has it. */
  canonicalText: z.string(),
  /** Z of SM2, hex. */
  signer: z.string().optional(),
  /** What the signature is over, hex. */
  digest: z.string(),
  right: z.boolean(),
  signatureForm: z.string().optional(),
  /** Where it is wrong: what was done in place of the rule. */
  variants: z.array(z.string()),
  /** The same in sentences. */
  slips: z.array(z.string()),
  /**
   * Whether that is known. Where it is not: all that is known of was tried
   * (unexplained), or nobody looked (busy: too many were waiting; slow).
   */
  outcome: z.enum(OUTCOMES),
  /** Why it is not known, and what helps; '' where it is, or nothing is wrong. */
  open: z.string(),
  /** The text that was signed in that case. */
  signedText: z.string().optional(),
  /** The steps to the SM4 key; null where appId gives none. */
  key: z
    .object({ first: z.string(), cipher: z.string(), key: z.string() })
    .nullable(),
  /** `data` made readable, as JSON. */
  data: z.string().optional(),
})
export type ShownSignature = z.infer<typeof signature>

/** Something that is almost right. */
const nearMiss = z.object({
  /** path, method, content-type, transType, field, or code. */
  what: z.string(),
  found: z.string(),
  meant: z.string(),
  sentence: z.string(),
})
export type NearMiss = z.infer<typeof nearMiss>

export const explanation = z.object({
  /** Null where nothing was signed or hidden. */
  signature: signature.nullable(),
  /** Each comparison, in the order in which they were made. */
  compared: z.array(step),
  /** The clause of XJ-D01-2019 that decided; null where a fault did. */
  clause: z.string().nullable(),
  /** What was decided, in a sentence. */
  verdict: z.string(),
  nearMisses: z.array(nearMiss),
})
export type Explanation = z.infer<typeof explanation>

/** GET /sandbox/requests/:id. */
export const requestWhole = requestSummary.extend({
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  body: bytes,
  /** What the platform said; null where it was not asked. */
  said: z.string().nullable(),
  /** What was sent in its place; null where that was sent as it was. */
  sent: bytes.nullable(),
  struck: fault.nullable(),
  explanation,
})
export type RequestWhole = z.infer<typeof requestWhole>

/**
 * Whether the registry of terminals is among what was emptied, kept or
 * brought back: it goes with the common space, unless others have it too.
 */
const terminals = z.boolean()

/**
 * The same of codes, tokens and activations that were begun: they go with
 * every space, unless others have them too.
 */
const issued = z.boolean()

/** POST /sandbox/reset. */
export const resetDone = z.object({ clock: clockState, issued, terminals })
export type ResetDone = z.infer<typeof resetDone>

/** POST /sandbox/snapshots. */
export const snapshotOrder = z.strictObject({ name })

/** One line of GET /sandbox/snapshots. */
export const snapshotSummary = z.object({
  name: z.string(),
  /** Milliseconds since 1970 by the clock of the space it was taken of. */
  at: z.number(),
  /** How much the platforms remembered. */
  entries: z.int(),
  faults: z.int(),
  issued,
  terminals,
})
export type SnapshotSummary = z.infer<typeof snapshotSummary>

/** GET /sandbox/snapshots. */
export const snapshotList = z.object({ snapshots: z.array(snapshotSummary) })

/** One line of GET /sandbox/scenarios. */
export const scenarioSummary = z.object({
  name: z.string(),
  /** In a sentence. */
  about: z.string(),
})
export type ScenarioSummary = z.infer<typeof scenarioSummary>

/** GET /sandbox/scenarios. */
export const scenarioList = z.object({ scenarios: z.array(scenarioSummary) })

/** POST /sandbox/scenarios/:name: what is there now. */
export const scenarioSetUp = scenarioSummary.extend({
  faults: z.array(fault),
  clock: clockState,
  issued,
  terminals,
  /** To show, each with whose it is. */
  codes: z.array(
    z.object({
      person: z.string(),
      kind: z.string(),
      /** The digits of the province that gave it. */
      province: z.string(),
      code: z.string(),
    }),
  ),
})
export type ScenarioSetUp = z.infer<typeof scenarioSetUp>
