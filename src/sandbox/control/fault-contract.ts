/**
 * What can be made to go wrong, and for whom.
 * @module
 */
import { z } from 'zod'

/** Longer than any terminal waits. */
export const LATENCY_MS_MAX = 600_000

/**
 * cut before: the connection ends and nothing was done; after: all was done
 * and no answer comes; middle: half an answer comes.
 */
export const CUTS = ['before', 'middle', 'after'] as const

/**
 * Each on a port of its own. expired, foreign: the certificate is too old, or
 * another machine's; old: TLS 1.1 at most; none: plain HTTP.
 */
export const TLS_FAULTS = ['expired', 'foreign', 'old', 'none'] as const
export type TlsFault = (typeof TLS_FAULTS)[number]

const yes = z.literal(true).optional()

/** One of these, or a latency, or both. */
export const faultKind = z
  .strictObject({
    /** The answer, in the request's own form: an entry of table C.4 or any. */
    code: z.int().optional(),
    /** The status of HTTP, without an answer of the platform. */
    http: z.int().min(400).max(599).optional(),
    /** Before anything else happens. */
    latencyMs: z.int().min(0).max(LATENCY_MS_MAX).optional(),
    cut: z.enum(CUTS).optional(),
    /** RST in place of an answer; nothing was done. */
    reset: yes,
    /** No answer, and the connection stays open. */
    hang: yes,
    /** Bytes that mean nothing. */
    garble: yes,
    /** JSON that ends too soon, in an HTTP answer that is whole. */
    truncate: yes,
    /** GBK in place of UTF-8. */
    gbk: yes,
    /** signData that fits no text; an answer without one stays as it is. */
    'wrong-signature': yes,
    /** A right signature over a time that is long past. */
    stale: yes,
    /** HTTP 200 without a body. */
    empty: yes,
    tls: z.enum(TLS_FAULTS).optional(),
  })
  .refine(({ latencyMs, ...kinds }) => {
    const count = Object.keys(kinds).length
    return count === 1 || (count === 0 && latencyMs !== undefined)
  })
export type FaultKind = z.infer<typeof faultKind>

/** POST /sandbox/faults. What is left out matches everything. */
export const faultOrder = z.strictObject({
  /** localQrCodeQuery, localEcTokenCheck, or another last part of a path. */
  route: z.string().min(1).optional(),
  transType: z.string().min(1).optional(),
  termId: z.string().min(1).optional(),
  orgId: z.string().min(1).optional(),
  /** How likely it strikes, above 0; always where it is left out. */
  probability: z.number().gt(0).max(1).optional(),
  /** How often it strikes before it is gone; for ever where it is left out. */
  count: z.int().positive().optional(),
  fault: faultKind,
})
export type FaultOrder = z.infer<typeof faultOrder>

/** An address beside the usual one. */
const door = z.object({
  /** Without a slash at the end. */
  url: z.string(),
  /** Of its certificate, for who wants to trust it all the same; PEM. */
  certificate: z.string().optional(),
  /** SHA-256 of that. */
  fingerprint: z.string().optional(),
})
export type DoorAddress = z.infer<typeof door>

/** A fault that is set. */
export const fault = faultOrder.extend({
  id: z.int(),
  /** How often it has struck. */
  struck: z.int(),
  /** Where a fault of TLS is met. */
  door: door.optional(),
})
export type Fault = z.infer<typeof fault>

/** GET /sandbox/faults. */
export const faultList = z.object({ faults: z.array(fault) })
