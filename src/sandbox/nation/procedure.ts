/**
 * How far an activation has come, between its steps.
 * @module
 */
import { z } from 'zod'

/** Time for the three steps; the standard leaves it open. */
export const PROCEDURE_LIFE_MS = 600_000

export const procedure = z.object({
  idNo: z.string(),
  /** The channel that it was begun through. */
  channel: z.string(),
  beganAt: z.number(),
  /** 实人认证流水号, once the person was recognised. */
  faceSerial: z.string().optional(),
})
export type Procedure = z.infer<typeof procedure>
